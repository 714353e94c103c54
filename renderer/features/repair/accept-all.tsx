import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import classes from './repair-screen.module.css'

const shares = ['90', '80', '70', '60', '50']

/** Accepts the first place of all that are alike enough. */
export function AcceptAll({ onAccept }: { readonly onAccept: (minScore: number) => void }) {
  const [share, setShare] = useState('80')
  return (
    <div className={classes.all}>
      <Select
        aria-label="How like the places must be"
        size="sm"
        data={shares.map((value) => ({ value, label: `${value} % alike or more` }))}
        value={share}
        allowDeselect={false}
        onChange={(value) => setShare(value ?? share)}
        className={classes.share ?? ''}
      />
      <Button variant="light" onClick={() => onAccept(Number(share) / 100)}>
        Accept all
      </Button>
    </div>
  )
}
