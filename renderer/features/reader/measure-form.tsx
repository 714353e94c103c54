import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Article } from '#shared/contract/article.ts'
import type { Figure } from '#shared/contract/entity.ts'
import { formatFigure } from '#shared/domain/format-figure.ts'
import classes from './asked-popover.module.css'
import { type Correcting, rangeOf } from './use-correcting.ts'

interface MeasureFormProps {
  readonly correcting: Correcting
  readonly article: Article
  readonly figure: Figure
  readonly onClose: () => void
}

/** What a figure measures and of whom, to be said better. */
export function MeasureForm({ correcting, article, figure, onClose }: MeasureFormProps) {
  const [measures, setMeasures] = useState(figure.measures ?? '')
  const [subject, setSubject] = useState(figure.subject ?? '')
  const { hedge, value } = formatFigure(figure)
  const said = { measures: measures.trim(), subject: subject.trim() === '' ? null : subject.trim() }
  const isChanged = said.measures !== figure.measures || said.subject !== figure.subject
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (said.measures === '') return
        if (!isChanged) return correcting.confirmFigure(figure)
        correcting.say(
          { kind: 'measure', ...rangeOf(article, figure), ...said },
          `“${figure.surface}” measures ${said.measures} now.`,
        )
      }}
    >
      <p className={classes.taken}>
        {hedge && `${hedge} `}
        {value}
      </p>
      <TextInput
        label="What it measures"
        data-autofocus
        maxLength={300}
        value={measures}
        onChange={(event) => setMeasures(event.currentTarget.value)}
      />
      <TextInput
        label="Of whom or where"
        maxLength={300}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" size="compact-md" disabled={said.measures === ''}>
          {isChanged ? 'Save' : 'It is right'}
        </Button>
        <Button size="compact-md" variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
