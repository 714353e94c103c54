import { useEffect, useRef } from 'react'
import { formatCount, formatDay, formatNumber } from '#renderer/ui/format.ts'
import type { FolderLook } from '#shared/contract/open-folder.ts'
import classes from './export-screen.module.css'
import { FolderDecision } from './folder-decision.tsx'
import { tableWords } from './table-words.ts'

interface FolderPreviewProps {
  readonly look: FolderLook
  readonly bringBack: boolean
  readonly onBringBack: (bringBack: boolean) => void
  readonly onDone: () => void
}

/** What importing a folder would do, and the import itself. */
export function FolderPreview({ look, bringBack, onBringBack, onDone }: FolderPreviewProps) {
  const { tables, editCount, deletedCount } = look
  const isNothing = tables.length === 0 && editCount === 0
  const root = useRef<HTMLElement>(null)
  // It stands below the fold, and the button that asked for it is another one meanwhile.
  useEffect(() => {
    root.current?.focus({ preventScroll: true })
    root.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <section ref={root} tabIndex={-1} className={classes.looked} aria-label="What is in the folder">
      <p role="status">
        Written on {formatDay(new Date(look.exportedAtMs).toISOString().slice(0, 10))} by Dossier {look.version}, with{' '}
        {formatCount(look.articleCount, 'article', 'articles')}. {outcomeWords(isNothing, deletedCount)}
      </p>
      {tables.length > 0 && <Tables tables={tables} />}
      {editCount > 0 && <Edits look={look} />}
      {look.troubleCount > 0 && <Troubles look={look} />}
      <FolderDecision
        key={look.lookId}
        look={look}
        isNothing={isNothing}
        bringBack={bringBack}
        onBringBack={onBringBack}
        onDone={onDone}
      />
    </section>
  )
}

function outcomeWords(isNothing: boolean, deletedCount: number): string {
  if (!isNothing) return 'Importing it would do this:'
  return deletedCount > 0
    ? 'What of it is not in the library was deleted there since.'
    : 'The library holds all of it already.'
}

function Tables({ tables }: Pick<FolderLook, 'tables'>) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">New</th>
          <th scope="col">Newer there</th>
          <th scope="col">Brought back</th>
        </tr>
      </thead>
      <tbody>
        {tables.map(({ name, added, changed, returned }) => (
          <tr key={name}>
            <th scope="row">{tableWords(name)}</th>
            <td>{added || ''}</td>
            <td>{changed || ''}</td>
            <td>{returned || ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Edits({ look: { edits, editCount, conflictCount } }: Pick<FolderPreviewProps, 'look'>) {
  return (
    <>
      <h3 className={classes.heading}>
        {formatCount(editCount, 'note was changed', 'notes were changed')} in Markdown
        {conflictCount > 0 && `, ${conflictCount === editCount ? '' : `${conflictCount} of them `}here too`}
      </h3>
      <ul className={classes.edits}>
        {edits.map(({ articleTitle, before, after, isBoth }) => (
          <li key={`${articleTitle} ${before} ${after}`}>
            <div className={classes.quiet}>
              {articleTitle || 'Untitled'}
              {isBoth && ' · changed here too: both versions are kept, one below the other'}
            </div>
            {isBoth ? <div className={classes.kept}>{before}</div> : <del>{before}</del>}
            <ins>{after}</ins>
          </li>
        ))}
      </ul>
      <More shown={edits.length} all={editCount} />
    </>
  )
}

function Troubles({ look: { troubles, troubleCount } }: Pick<FolderPreviewProps, 'look'>) {
  return (
    <>
      <h3 className={classes.heading}>
        {formatCount(troubleCount, 'thing does not fit and is left out', 'things do not fit and are left out')}
      </h3>
      <ul className={classes.differences}>
        {troubles.map(({ table, row, why }) => (
          <li key={`${table} ${row} ${why}`}>
            {tableWords(table)}: {row} {why}
          </li>
        ))}
      </ul>
      <More shown={troubles.length} all={troubleCount} />
    </>
  )
}

function More({ shown, all }: { readonly shown: number; readonly all: number }) {
  return all > shown ? <p className={classes.quiet}>And {formatNumber(all - shown)} more.</p> : null
}
