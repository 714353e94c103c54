import { Button, NumberInput, Popover, TagsInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { MoreMenu } from '#renderer/ui/page-title.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { CardChange, CardSelection } from '#shared/contract/card-browser.ts'
import classes from './card-browser.module.css'

interface BulkBarProps {
  readonly count: number
  readonly selection: CardSelection | null
  readonly onDone: () => void
  readonly onClear: () => void
}

/** What can be done with the cards that are chosen; each is one step to undo. */
export function BulkBar({ count, selection, onDone, onClear }: BulkBarProps) {
  const bulk = useMutation(
    api.card.bulk.mutationOptions({
      onSuccess: async ({ changed }) => {
        onDone()
        showUndoToast(`Done to ${formatCount(changed, 'card', 'cards')}`, await holdUndo())
      },
      onError: showErrorToast,
    }),
  )
  const act = (change: CardChange) => {
    if (selection) bulk.mutate({ selection, change })
  }
  const isIdle = selection === null || bulk.isPending
  return (
    <div className={classes.bulk} role="toolbar" aria-label="Chosen cards">
      <span className={classes.count} role="status">
        {count === 0 ? 'None chosen' : `${formatCount(count, 'card', 'cards')} chosen`}
      </span>
      <TagChange disabled={isIdle} onChange={act} />
      <Button variant="default" size="xs" disabled={isIdle} onClick={() => act({ kind: 'suspend', suspended: true })}>
        Set aside
      </Button>
      <Button variant="default" size="xs" disabled={isIdle} onClick={() => act({ kind: 'suspend', suspended: false })}>
        Take back
      </Button>
      <DayChange disabled={isIdle} onChange={act} />
      <MoreMenu
        label="More for the chosen cards"
        entries={[
          { label: 'Ask again today', disabled: isIdle, onSelect: () => act({ kind: 'unbury' }) },
          { label: 'Start afresh', disabled: isIdle, onSelect: () => act({ kind: 'reset' }) },
          { label: 'Choose none', disabled: count === 0, onSelect: onClear },
          { label: 'Delete', disabled: isIdle, danger: true, onSelect: () => act({ kind: 'remove' }) },
        ]}
      />
    </div>
  )
}

interface ChangeProps {
  readonly disabled: boolean
  readonly onChange: (change: CardChange) => void
}

function TagChange({ disabled, onChange }: ChangeProps) {
  const [isOpen, setOpen] = useState(false)
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const names = useQuery(api.tag.list.queryOptions()).data?.map(({ name }) => name) ?? []
  const keep = () => {
    onChange({ kind: 'tag', add, remove })
    setOpen(false)
    setAdd([])
    setRemove([])
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus width={300} position="bottom-start">
      <Popover.Target>
        <Button variant="default" size="xs" disabled={disabled} onClick={() => setOpen((open) => !open)}>
          Tags
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.popover ?? ''}>
        <TagsInput label="Add" data={names} value={add} onChange={setAdd} comboboxProps={{ withinPortal: false }} />
        <TagsInput
          label="Take off"
          data={names}
          value={remove}
          onChange={setRemove}
          comboboxProps={{ withinPortal: false }}
        />
        <Button size="xs" disabled={add.length + remove.length === 0} onClick={keep}>
          Change the tags
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

function DayChange({ disabled, onChange }: ChangeProps) {
  const [isOpen, setOpen] = useState(false)
  const [days, setDays] = useState<number | string>(1)
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus width={220} position="bottom-start">
      <Popover.Target>
        <Button variant="default" size="xs" disabled={disabled} onClick={() => setOpen((open) => !open)}>
          Set the day
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.popover ?? ''}>
        <NumberInput
          label="Days from today"
          description="0 is today"
          value={days}
          min={0}
          max={36_500}
          allowDecimal={false}
          onChange={setDays}
        />
        <Button
          size="xs"
          disabled={typeof days !== 'number'}
          onClick={() => {
            if (typeof days === 'number') onChange({ kind: 'due', days })
            setOpen(false)
          }}
        >
          Ask them then
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
