import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '#renderer/client/api.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import type { FolderLook } from '#shared/contract/open-folder.ts'
import classes from './export-screen.module.css'
import { FolderField } from './folder-field.tsx'
import { FolderPreview } from './folder-preview.tsx'
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
  const [bringBack, setBringBack] = useState(false)
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
              {progressWords(progress, 'look')}
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
        <FolderPreview
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
