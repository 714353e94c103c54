import { Popover } from '@mantine/core'
import { type ReactNode, useLayoutEffect, useState } from 'react'
import { lineBoxes } from '#renderer/anchoring/page-text.ts'
import type { Span } from '#renderer/anchoring/span.ts'
import classes from './passage-dialog.module.css'
import type { Page } from './use-page.ts'

interface PassageDialogProps {
  readonly page: Page
  readonly span: Span
  readonly label: string
  /** In px. */
  readonly width: number
  readonly className: string
  /** Kept free below it, for what grows. */
  readonly roomPx?: number
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small dialog beside its passage, which it follows. */
export function PassageDialog({ page, span, label, width, className, roomPx, ...rest }: PassageDialogProps) {
  const { onClose, children } = rest
  const anchor = useAnchor(page, span)
  if (!anchor) return null
  const padding = roomPx === undefined ? 12 : { top: 12, bottom: roomPx }
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      onDismiss={onClose}
      trapFocus
      closeOnEscape={false}
      withRoles={false}
      // Below dialogs: the list of shortcuts opens over it.
      zIndex={150}
      position="bottom-start"
      offset={8}
      width={width}
      radius="lg"
      shadow="md"
      middlewares={{ shift: { padding: 12 }, flip: { padding } }}
    >
      <Popover.Target>
        <div className={classes.anchor} style={anchor} />
      </Popover.Target>
      <Popover.Dropdown
        className={className}
        role="dialog"
        aria-label={label}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // What is in hand stays so: only the dialog goes.
          event.stopPropagation()
          onClose()
        }}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}

/** The lines of the passage, in the coordinates of the sheet, so that it moves with the text. */
export function useAnchor(page: Page, span: Span) {
  const [anchor, setAnchor] = useState<{ top: number; left: number; width: number; height: number } | null>(null)
  const { map, sheetRef } = page
  const { start, end } = span
  useLayoutEffect(() => {
    const sheet = sheetRef.current?.getBoundingClientRect()
    const lines = map ? lineBoxes(map, { start, end }) : []
    const [first, last] = [lines[0], lines.at(-1)]
    if (!sheet || !first || !last) return
    // A passage of a screen or more would push the popover away: then it stands at its first line.
    const lowest = last.bottom - first.top > 260 ? first : last
    const left = Math.min(first.left, lowest.left)
    const right = Math.max(first.right, lowest.right)
    setAnchor({
      top: first.top - sheet.top,
      left: left - sheet.left,
      width: right - left,
      height: lowest.bottom - first.top,
    })
  }, [map, sheetRef, start, end])
  return anchor
}
