import { formatCount, formatDay } from '#renderer/ui/format.ts'
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
  const { tables, edits, editCount, troubles } = look
  const isNothing = tables.length === 0 && editCount === 0
  return (
    <div className={classes.proof}>
      <p role="status">
        Written on {formatDay(new Date(look.exportedAtMs).toISOString().slice(0, 10))} by Dossier {look.version}, with{' '}
        {formatCount(look.articleCount, 'article', 'articles')}.{' '}
        {isNothing ? 'The library holds all of it already.' : 'Importing it would do this:'}
      </p>
      {tables.length > 0 && (
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
      )}
      {editCount > 0 && (
        <>
          <h3 className={classes.heading}>
            {formatCount(editCount, 'note was changed', 'notes were changed')} in Markdown
          </h3>
          <ul className={classes.edits}>
            {edits.map(({ articleTitle, before, after }) => (
              <li key={`${articleTitle} ${before} ${after}`}>
                <div className={classes.quiet}>{articleTitle || 'Untitled'}</div>
                <del>{before}</del>
                <ins>{after}</ins>
              </li>
            ))}
          </ul>
        </>
      )}
      {troubles.length > 0 && (
        <>
          <h3 className={classes.heading}>
            {formatCount(troubles.length, 'row does not fit and is left out', 'rows do not fit and are left out')}
          </h3>
          <ul className={classes.differences}>
            {troubles.map(({ table, row, why }) => (
              <li key={`${table} ${row} ${why}`}>
                {tableWords(table)}: {row} {why}
              </li>
            ))}
          </ul>
        </>
      )}
      <FolderDecision
        key={look.lookId}
        look={look}
        isNothing={isNothing}
        bringBack={bringBack}
        onBringBack={onBringBack}
        onDone={onDone}
      />
    </div>
  )
}
