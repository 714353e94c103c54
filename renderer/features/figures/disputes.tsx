import { useState } from 'react'
import { useNavigate } from 'react-router'
import { dismissDispute } from '#renderer/client/dismiss-disagreement.ts'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useListCursor } from '#renderer/ui/use-list-cursor.ts'
import type { Quantity } from '#shared/contract/entity.ts'
import { articlePath } from '#shared/domain/routes.ts'
import { DisputeList } from './dispute-list.tsx'
import { useDisputes } from './use-disputes.ts'

interface DisputesProps {
  readonly query: string
  readonly quantity: Quantity | null
}

/** What figures disagree on, to be gone through by mouse or by keyboard. */
export function Disputes({ query, quantity }: DisputesProps) {
  const list = useDisputes(query, quantity)
  const cursor = useListCursor(list.items.length)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const navigate = useNavigate()
  const current = list.items[cursor.index]
  const toggle = (key: string) =>
    setOpen((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]))
  const dismiss = (key: string) => {
    const measures = list.items.find((dispute) => dispute.key === key)?.measures ?? ''
    dismissDispute(key).then(
      (takeBack) => showUndoToast(`No disagreement on “${measures}” any more.`, takeBack),
      showErrorToast,
    )
  }
  useCommands({
    'figures.next': cursor.next,
    'figures.previous': cursor.previous,
    'figures.open': () => {
      const figure = current?.figures[0]
      if (figure) void navigate(articlePath(figure.articleId, figure))
    },
    'figures.pairs': () => current && toggle(current.key),
    'figures.dismiss': () => current && dismiss(current.key),
  })
  return (
    <DisputeList
      list={list}
      cursor={cursor}
      isFiltered={query.trim() !== '' || quantity !== null}
      open={open}
      onToggle={toggle}
      onDismiss={dismiss}
    />
  )
}
