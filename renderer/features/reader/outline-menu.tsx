import { ActionIcon, Popover, Tooltip } from '@mantine/core'
import { IconListTree } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { blockIndexAt } from '#renderer/anchoring/text-map.ts'
import { announce } from '#renderer/ui/announce.ts'
import { keysOf } from '#renderer/ui/keys.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { headingAt, type OutlineEntry, outlineOf } from './outline.ts'
import classes from './outline-menu.module.css'
import { readPlace } from './reading-place.ts'
import type { ReaderModel } from './use-reader-model.ts'
import { onRowKey } from './use-row-keys.ts'

/** The headings of the text, to go to. Not there where the text has none. */
export function OutlineMenu({ reader }: { readonly reader: ReaderModel }) {
  const { article, page, cursor, isActive, scrollTo, focusText } = reader
  const [isOpen, setOpen] = useState(false)
  const outline = useMemo(() => outlineOf(article.text, article.blocks), [article.text, article.blocks])
  const open = () => (outline.length > 0 ? setOpen(true) : announce('This text has no headings.'))
  useCommands(isActive ? { 'reader.outline': open } : {})
  if (outline.length === 0) return null
  const goTo = (entry: OutlineEntry) => {
    setOpen(false)
    // Before the cursor is put: the text takes the first paragraph in view for where one is when it gets the focus.
    focusText()
    cursor.moveTo(blockIndexAt(page.blocks, entry.start))
    scrollTo(entry)
  }
  const place = isOpen && page.map && page.scrollRef.current ? readPlace(page.map, page.scrollRef.current) : null
  const here = headingAt(outline, place?.position ?? 0)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Tooltip label={`Outline · ${keysOf('reader.outline')}`} disabled={isOpen}>
          <ActionIcon
            aria-label="Outline"
            aria-expanded={isOpen}
            className={classes.button ?? ''}
            onClick={() => setOpen(!isOpen)}
          >
            <IconListTree size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label="Outline">
        <ol className={classes.list} onKeyDown={onRowKey}>
          {outline.map((entry, index) => (
            <li key={entry.start}>
              <button
                type="button"
                data-row={entry.start}
                className={classes.entry}
                style={{ paddingInlineStart: 12 + Math.min(entry.depth, 4) * 16 }}
                aria-current={index === here ? 'location' : undefined}
                {...(index === Math.max(0, here) ? { 'data-autofocus': true } : {})}
                dir="auto"
                onClick={() => goTo(entry)}
              >
                {entry.words}
              </button>
            </li>
          ))}
        </ol>
      </Popover.Dropdown>
    </Popover>
  )
}
