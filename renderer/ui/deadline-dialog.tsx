import { Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Deck } from '#shared/contract/deck.ts'
import { planInWords } from './deck-words.ts'
import { showErrorToast, showUndoToast, type TakeBack } from './toast.tsx'

const FIRST_SHARE = 90

interface DeadlineDialogProps {
  /** What is to be known, in words. */
  readonly what: string
  /** Its deck, if it has one. */
  readonly deck: Deck | undefined
  readonly onSave: (deadline: Deck['deadline']) => Promise<{ readonly deck: Deck | null; readonly takeBack: TakeBack }>
  readonly onClose: () => void
}

/** "Know this by 14 May": the day, the share to be known then, and what that takes. */
export function DeadlineDialog({ what, deck, onSave, onClose }: DeadlineDialogProps) {
  const [on, setOn] = useState(deck?.deadline?.on ?? '')
  const [share, setShare] = useState(Math.round((deck?.deadline?.share ?? FIRST_SHARE / 100) * 100))
  const [isSaving, setSaving] = useState(false)
  const tomorrow = dateIn(1)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(on) && on >= tomorrow
  const isReady = isDay && share >= 50 && share <= 99
  const save = async (deadline: Deck['deadline']) => {
    setSaving(true)
    try {
      const done = await onSave(deadline)
      showUndoToast(done.deck?.deadline ? planInWords(done.deck) : 'The deadline is taken away', done.takeBack)
      onClose()
    } catch (error) {
      setSaving(false)
      showErrorToast(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title="Know this by a day" size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) void save({ on, share: share / 100 })
        }}
      >
        <Stack gap="sm">
          <Text>
            All cards of <strong>{what}</strong>. New cards and the time between reviews are set so that you know them
            then; the plan is made anew each day.
          </Text>
          <Group grow align="end">
            <TextInput
              type="date"
              label="To be known by"
              value={on}
              min={tomorrow}
              data-autofocus
              error={on !== '' && !isDay ? 'A day from tomorrow on' : null}
              onChange={(event) => setOn(event.currentTarget.value)}
            />
            <NumberInput
              label="Known then, %"
              value={share}
              min={50}
              max={99}
              allowDecimal={false}
              onChange={(value) => typeof value === 'number' && setShare(value)}
            />
          </Group>
          {deck?.deadline && <Text size="sm">{planInWords(deck)}</Text>}
          <Group>
            <Button type="submit" disabled={!isReady} loading={isSaving}>
              Set the day
            </Button>
            {deck?.deadline && (
              <Button variant="default" onClick={() => void save(null)} disabled={isSaving}>
                Take it away
              </Button>
            )}
            <Button variant="subtle" color="gray" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function dateIn(days: number): string {
  const now = new Date()
  const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
  return [then.getFullYear(), then.getMonth() + 1, then.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
