import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link } from 'react-router'
import { CategoryDot } from '#renderer/ui/category-dot.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { MarkdownView } from '#renderer/ui/markdown-view.tsx'
import { MovedBadge, movedWords } from '#renderer/ui/moved-badge.tsx'
import { NameLinks } from '#renderer/ui/name-links.tsx'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import { repairPath } from '#shared/domain/routes.ts'
import { ArticleNotes } from './article-notes.tsx'
import classes from './marks-tab.module.css'
import parts from './panel-parts.module.css'
import { isPassageMark, type PassageMark } from './pending-marks.ts'
import { categoryOf, useReader } from './reader-context.tsx'
import { onRowKey } from './use-row-keys.ts'

/** The marks of the article by place, each with its words and note. */
export function MarksTab({ isWritingNote, onNoteDone }: { isWritingNote: boolean; onNoteDone: () => void }) {
  const { article, marks, goToMark, removeMark } = useReader()
  const onPassages = marks.all.filter(isPassageMark)
  const adrift = marks.all.filter(({ anchor }) => anchor === 'unsure' || anchor === 'lost').length
  const moved = marks.all.filter((mark) => movedWords(mark) !== null).length
  const at = (row: HTMLElement) => onPassages.find((mark) => mark.id === row.dataset.row)
  const keys = {
    'panel.delete': (row: HTMLElement) => onMark(at(row), removeMark),
    'panel.edit': (row: HTMLElement) => onMark(at(row), (mark) => goToMark(mark, true)),
  }
  if (marks.error) return <ErrorState error={marks.error} />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for keys of the rows within, is no control itself
    <div className={parts.list} onKeyDown={(event) => onRowKey(event, keys)}>
      <ArticleNotes isWriting={isWritingNote} onDone={onNoteDone} />
      {adrift > 0 && (
        <p className={parts.state}>
          <Link to={repairPath(article.id)}>{formatCount(adrift, 'mark needs', 'marks need')} a place</Link> since the
          text changed.
        </p>
      )}
      {moved > 0 && (
        <p className={parts.state}>
          <Link to={repairPath(article.id)}>{formatCount(moved, 'mark reads', 'marks read')} otherwise</Link> than when
          you made {moved === 1 ? 'it' : 'them'}.
        </p>
      )}
      {onPassages.length === 0 && marks.isLoaded && (
        <p className={parts.state}>
          Select words and press 1 to 8 to mark them. Marks and their notes are listed here.
        </p>
      )}
      {onPassages.length > 0 && (
        <VirtualList
          items={onPassages}
          label="Marks"
          itemKey={(mark) => mark.id}
          estimateHeightPx={84}
          renderItem={(mark) => <MarkRow mark={mark} />}
        />
      )}
    </div>
  )
}

function onMark(mark: PassageMark | undefined, act: (mark: PassageMark) => void): void {
  if (mark) act(mark)
}

/** Whether a click on a note means its mark: no link in it, and no words that are being selected. */
function isPlainClick(target: EventTarget): boolean {
  return !(target instanceof Element && target.closest('a')) && window.getSelection()?.isCollapsed !== false
}

function MarkRow({ mark }: { mark: PassageMark }) {
  const { marks, focusedId, goToMark } = useReader()
  const category = categoryOf(mark, marks.categories)
  return (
    <div className={classes.mark}>
      <button
        type="button"
        data-row={mark.id}
        className={parts.row}
        aria-current={mark.id === focusedId}
        onClick={() => goToMark(mark, false)}
      >
        <span className={classes.name}>
          <CategoryDot color={category?.color ?? 'grey'} name={category?.name ?? 'Mark'} /> <MovedBadge mark={mark} />
        </span>
        <span className={classes.quote}>{mark.quote}</span>
        {mark.tags.length > 0 && <span className={classes.tags}>{mark.tags.map((tag) => `#${tag}`).join('  ')}</span>}
      </button>
      {mark.note && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the button above does the same by key
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above
        <div className={classes.note} onClick={(event) => isPlainClick(event.target) && goToMark(mark, false)}>
          <MarkdownView text={mark.note} />
        </div>
      )}
      {mark.entities.length > 0 && (
        <div className={classes.links}>
          <NameLinks names={mark.entities} />
        </div>
      )}
      <ActionIcon
        className={classes.edit ?? ''}
        aria-label="Edit this mark"
        size={28}
        onClick={() => goToMark(mark, true)}
      >
        <IconPencil size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}
