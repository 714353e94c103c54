import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '#renderer/client/api.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import { formatCount, formatNumber } from '#renderer/ui/format.ts'
import { saveFile } from '#renderer/ui/save-file.ts'
import { showErrorToast } from '#renderer/ui/toast.tsx'
import type { Verification } from '#shared/contract/open-folder.ts'
import classes from './export-screen.module.css'
import { FolderField } from './folder-field.tsx'
import { tableWords } from './table-words.ts'
import { progressWords, useFolderRun } from './use-folder-run.ts'

/** The whole library as one folder, with the proof that it is all there. */
export function FolderOut() {
  const folders = useQuery(api.folder.list.queryOptions())
  const [into, setInto] = useState('')
  const [result, setResult] = useState<Verification | null>(null)
  const { progress, error, isRunning, run, stop } = useFolderRun()
  const start = () => {
    setResult(null)
    void run(
      (signal) => client.folder.verify(into.trim() === '' ? {} : { into: into.trim() }, { signal }),
      (event) => {
        setResult(event)
        void folders.refetch()
      },
    )
  }
  return (
    <section className={classes.section} aria-labelledby="folder-out">
      <h2 id="folder-out" className={classes.title}>
        Everything, in the open
      </h2>
      <p className={classes.lead}>
        Writes the whole library as a folder that other programs can read: Markdown, CSV, an Anki package, Web
        Annotations, the original files. Then imports that folder into an empty library and compares the two, row by
        row.
      </p>
      <div className={classes.line}>
        <FolderField label="Into the folder" value={into} placeholder={folders.data?.dir ?? ''} onChange={setInto} />
        {isRunning ? (
          <>
            <span className={classes.progress} role="status">
              {progressWords(progress, 'export')}
            </span>
            <Button variant="default" onClick={stop}>
              Stop
            </Button>
          </>
        ) : (
          <Button onClick={start}>Export and verify</Button>
        )}
      </div>
      {error !== null && (
        <p className={classes.trouble} role="alert">
          {describeError(error).title}. {describeError(error).advice}
        </p>
      )}
      {result && <Proof result={result} />}
    </section>
  )
}

function Proof({ result }: { readonly result: Verification }) {
  const { path, checked, differences, differenceCount, fileCount, sizeBytes } = result
  const isBrowser = useQuery(api.library.info.queryOptions()).data?.host === 'loopback'
  const zip = useMutation(api.folder.pack.mutationOptions({ onSuccess: saveFile, onError: showErrorToast }))
  const rows = checked.reduce((sum, { written }) => sum + written, 0)
  return (
    <div className={classes.proof}>
      <p role="status" className={differenceCount === 0 ? classes.good : classes.trouble}>
        {differenceCount === 0
          ? `All ${formatNumber(rows)} rows came back the same.`
          : `${formatCount(differenceCount, 'difference', 'differences')}. The folder is there; what differs is named below, and your library is as it was.`}
      </p>
      <p className={classes.path}>
        {path} · {formatCount(fileCount, 'file', 'files')}, {sizeWords(sizeBytes)}
      </p>
      {isBrowser && (
        <div className={classes.pack}>
          <Button variant="default" loading={zip.isPending} onClick={() => zip.mutate({ path })}>
            Download as zip
          </Button>
        </div>
      )}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Written</th>
            <th scope="col">Came back the same</th>
          </tr>
        </thead>
        <tbody>
          {checked
            .filter(({ written, same }) => written + same > 0)
            .map(({ name, written, same }) => (
              <tr key={name} data-differs={written !== same || undefined}>
                <th scope="row">{tableWords(name)}</th>
                <td>{formatNumber(written)}</td>
                <td>{formatNumber(same)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {differences.length > 0 && (
        <ul className={classes.differences}>
          {differences.map(({ name, row, what }) => (
            <li key={`${name} ${row} ${what}`}>
              {tableWords(name)}: {row} {what}
            </li>
          ))}
        </ul>
      )}
      <p className={classes.quiet}>
        What is found in the texts (mentions, roles, figures) is found anew after an import, so it is not compared.
      </p>
    </div>
  )
}

function sizeWords(bytes: number): string {
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, 'KB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`
}
