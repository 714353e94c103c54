import { Button, Popover, SegmentedControl } from '@mantine/core'
import { IconCalendarTime } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { formatDay } from '#renderer/ui/format.ts'
import type { AsOf } from '#shared/contract/entity.ts'
import classes from './as-of-control.module.css'
import type { AsOfAccess } from './use-as-of.ts'

const choices = [
  { value: 'all', label: 'All articles' },
  { value: 'published', label: 'Published by' },
  { value: 'read', label: 'Read by' },
] as const
type Choice = (typeof choices)[number]['value']

const explanations: Readonly<Record<Choice, string>> = {
  all: 'Every article counts, whatever its date.',
  published: 'Only articles dated up to that day count. Those without a date are left out.',
  read: 'Only articles that you had opened by the end of that day count.',
}

/** The one control that takes a dossier back to a day: everything on the page is then from articles up to it. */
export function AsOfControl({ asOf, change }: AsOfAccess) {
  const [isOpen, setOpen] = useState(false)
  const dayId = useId()
  const choice: Choice = asOf?.by ?? 'all'
  const choose = (next: string) => {
    if (next === 'published' || next === 'read') change({ by: next, day: asOf?.day ?? today() })
    else change(null)
  }
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={340}
      trapFocus
      withRoles={false}
      shadow="md"
      radius="lg"
    >
      <Popover.Target>
        <Button
          variant={asOf ? 'light' : 'subtle'}
          size="compact-md"
          leftSection={<IconCalendarTime size={16} stroke={1.6} />}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {asOfWords(asOf)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel ?? ''} role="dialog" aria-label="Up to when">
        <SegmentedControl
          data={[...choices]}
          value={choice}
          onChange={choose}
          aria-label="Which articles count"
          fullWidth
        />
        {asOf && (
          <label className={classes.day} htmlFor={dayId}>
            Day
            <input
              id={dayId}
              type="date"
              className={classes.input}
              value={asOf.day}
              max={asOf.by === 'read' ? today() : '9999-12-31'}
              onChange={(event) => {
                const day = event.currentTarget.value
                if (day !== '') change({ by: asOf.by, day })
              }}
            />
          </label>
        )}
        <p className={classes.words}>{explanations[choice]}</p>
      </Popover.Dropdown>
    </Popover>
  )
}

/** The moment in a few words. */
export function asOfWords(asOf: AsOf | null): string {
  if (!asOf) return 'As of all articles'
  return asOf.by === 'published' ? `As of ${formatDay(asOf.day)}` : `As I had read by ${formatDay(asOf.day)}`
}

function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
