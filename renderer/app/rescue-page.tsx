import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { backupWords } from '#renderer/ui/backup-words.ts'
import { useDocumentTitle } from '#renderer/ui/document-title.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import { formatMoment, formatWhen } from '#renderer/ui/format.ts'
import type { Backup, Rescue } from '#shared/contract/backup.ts'
import icon from '../../resources/icon.svg'
import classes from './connection-page.module.css'

const words = {
  'set-aside': {
    title: 'The library’s file is damaged',
    happened: (rescue: Rescue) =>
      `It could not be opened, so it was set aside${rescue.kind === 'set-aside' ? ` as ${rescue.file}` : ''} and not changed.`,
    goOn: 'Begin with an empty library',
  },
  damaged: {
    title: 'Part of the library’s file is damaged',
    happened: () =>
      'It opens, but a look through it found damage. A disk that fails does that, or a copy that broke off.',
    goOn: 'Go on as it is',
  },
  gone: {
    title: 'The library’s file was taken away',
    happened: (rescue: Rescue) =>
      `It was moved or deleted while Dossier had it open${rescue.kind === 'gone' ? `, from ${rescue.folder}` : ''}. All of it is still held here.`,
    goOn: 'Write it to its folder again',
  },
} as const

/** What stands in place of everything when the library's file is damaged: what is safe, and the ways on. */
export function RescuePage({ rescue }: { readonly rescue: Rescue }) {
  const isGone = rescue.kind === 'gone'
  const { title, happened, goOn } = words[rescue.kind]
  useDocumentTitle(title)
  const backups = useQuery(api.backup.list.queryOptions())
  const restore = useMutation(api.backup.restore.mutationOptions({ meta: { showsErrors: true } }))
  const dismiss = useMutation(api.library.dismissRescue.mutationOptions())
  const writeAgain = useMutation(api.library.writeAgain.mutationOptions())
  const [chosenId, setChosenId] = useState<string | null>(null)
  const good = isGone ? [] : (backups.data?.items ?? []).filter(isWorthIt)
  const best = good[0]
  const chosen = good.find(({ id }) => id === chosenId) ?? best
  return (
    <main className={classes.root}>
      <div className={classes.sheet} role="alert">
        <img src={icon} width={48} height={48} alt="" />
        <h1 className={classes.title}>{title}</h1>
        <p>{happened(rescue)}</p>
        {best ? (
          <p className={classes.next}>
            The newest good backup is from {formatWhen(best.atMs, Date.now())}, {backupWords(best)}. The imported files
            are still there.
          </p>
        ) : (
          !isGone &&
          backups.data && <p className={classes.next}>There is no backup of it. The imported files are still there.</p>
        )}
        {good.length > 1 && (
          <NativeSelect
            label="Backup to restore"
            value={chosen?.id}
            data={good.map((one) => ({
              value: one.id,
              label: `${formatMoment(one.atMs, Date.now())}, ${backupWords(one)}`,
            }))}
            onChange={(event) => setChosenId(event.currentTarget.value)}
          />
        )}
        {restore.error && (
          <p role="alert">
            {describeError(restore.error).title}. {describeError(restore.error).advice}
          </p>
        )}
        {isGone && (
          <p className={classes.next}>
            Put it back, and Dossier goes on by itself. Or have it written anew; imported files stay where they went.
          </p>
        )}
        <div className={classes.ways}>
          {chosen && (
            <Button loading={restore.isPending} onClick={() => restore.mutate({ backupId: chosen.id })}>
              Restore the backup
            </Button>
          )}
          <Button
            variant={isGone ? 'filled' : 'subtle'}
            loading={dismiss.isPending || writeAgain.isPending}
            onClick={() => (isGone ? writeAgain : dismiss).mutate({})}
          >
            {goOn}
          </Button>
        </div>
      </div>
    </main>
  )
}

function isWorthIt({ contents }: Backup): boolean {
  return contents !== null && contents.articles + contents.marks + contents.cards > 0
}
