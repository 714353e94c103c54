import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import { formatCount, formatDay } from '#renderer/ui/format.ts'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { FolderLook } from '#shared/contract/open-folder.ts'
import classes from './export-screen.module.css'
import { FolderField } from './folder-field.tsx'
import { tableWords } from './table-words.ts'
import { progressWords, useFolderRun } from './use-folder-run.ts'

const troubleWords = {
  NOT_A_FOLDER: 'There is no open folder of Dossier there. It holds a file named dossier.json.',
  NEWER_FOLDER: 'A newer Dossier wrote this folder. Update Dossier to read it.',
  DAMAGED_FOLDER: 'The file dossier.json in it can’t be read, so nothing was imported.',
} as const

/** Such a folder back into the library, after a look at what that would do. */
export function FolderIn() {
  const folders = useQuery(api.folder.list.queryOptions())
  const [path, setPath] = useState('')
  const [bringBack, setBringBack] = useState(true)
  const [look, setLook] = useState<FolderLook | null>(null)
  const [trouble, setTrouble] = useState<keyof typeof troubleWords | null>(null)
  const { progress, error, isRunning, run, stop } = useFolderRun()
  const forget = () => {
    setLook(null)
    setTrouble(null)
  }
  const open = (wanted: string, back: boolean) => {
    forget()
    void run(
      (signal) => client.folder.look({ path: wanted, bringBack: back }, { signal }),
      (event) => (event.type === 'look' ? setLook(event.look) : setTrouble(event.code)),
    )
  }
  const known = folders.data?.items ?? []
  return (
    <section className={classes.section} aria-labelledby="folder-in">
      <h2 id="folder-in" className={classes.title}>
        Import an open folder
      </h2>
      <p className={classes.lead}>
        Restores what such a folder holds, into an empty library or this one. Nothing comes twice, and what is newer
        here stays. A note that was changed in one of its Markdown files comes back changed.
      </p>
      <form
        className={classes.line}
        onSubmit={(event) => {
          event.preventDefault()
          open(path.trim(), bringBack)
        }}
      >
        {known.length > 0 && (
          <NativeSelect
            label="Written here"
            data={[{ value: '', label: 'Choose one' }, ...known.map((one) => ({ value: one.path, label: one.name }))]}
            value={known.some((one) => one.path === path) ? path : ''}
            onChange={(event) => {
              setPath(event.currentTarget.value)
              forget()
            }}
          />
        )}
        <FolderField
          label="The folder"
          value={path}
          placeholder="Its path"
          onChange={(next) => {
            setPath(next)
            forget()
          }}
        />
        {isRunning ? (
          <>
            <span className={classes.progress} role="status">
              {progressWords(progress)}
            </span>
            <Button variant="default" onClick={stop}>
              Stop
            </Button>
          </>
        ) : (
          <Button type="submit" variant="default" disabled={path.trim() === ''}>
            Look into it
          </Button>
        )}
      </form>
      {trouble && (
        <p className={classes.trouble} role="alert">
          {troubleWords[trouble]}
        </p>
      )}
      {error !== null && (
        <p className={classes.trouble} role="alert">
          {describeError(error).title}. {describeError(error).advice}
        </p>
      )}
      {look && (
        <Preview
          look={look}
          bringBack={bringBack}
          onBringBack={(back) => {
            setBringBack(back)
            open(look.path, back)
          }}
          onDone={forget}
        />
      )}
    </section>
  )
}

interface PreviewProps {
  readonly look: FolderLook
  readonly bringBack: boolean
  readonly onBringBack: (bringBack: boolean) => void
  readonly onDone: () => void
}

function Preview({ look, bringBack, onBringBack, onDone }: PreviewProps) {
  const { mutate, isPending } = useMutation(
    api.folder.import.mutationOptions({
      onSuccess: async ({ tables, editCount }) => {
        onDone()
        const changes = tables.reduce((sum, one) => sum + one.added + one.changed + one.returned, 0) + editCount
        showUndoToast(`${formatCount(changes, 'row', 'rows')} imported from the folder`, await holdUndo())
      },
      onError: (failure) => {
        onDone()
        showErrorToast(failure)
      },
    }),
  )
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
      <div className={classes.decide}>
        <Checkbox
          label="Bring back what was deleted here since"
          checked={bringBack}
          onChange={(event) => onBringBack(event.currentTarget.checked)}
        />
        <Button disabled={isNothing} loading={isPending} onClick={() => mutate({ lookId: look.lookId, bringBack })}>
          Import
        </Button>
      </div>
    </div>
  )
}
