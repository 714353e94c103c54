import { Button, Group, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, client } from '#renderer/client/api.ts'
import { backupTroubleWords } from '#renderer/ui/backup-words.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import { formatWhen } from '#renderer/ui/format.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import { BackupList } from './backup-list.tsx'
import classes from './backup-settings.module.css'
import { useIsLookedFor } from './find-context.ts'
import { LibraryCheckSetting } from './library-check-setting.tsx'
import { SettingRow, SettingSection } from './setting-row.tsx'

/** Copies of the library, a second place for them, and a look whether all is well. */
export function BackupSettings() {
  const { data } = useQuery(api.backup.list.queryOptions())
  const hasDesktop = Boolean(useQuery(api.desktop.state.queryOptions()).data)
  const isListShown = useIsLookedFor('backups copies restore bring back list size')
  if (!data || data.folder === null) return null
  return (
    <SettingSection title="Backups">
      <SettingRow
        label="Back up"
        help="Made by themselves after a start, each day, before 20 files or more are imported and before a restore. Fewer are kept the older they are. They hold everything but the original files."
        words="backup copy now save safety"
      >
        {() => <CreateBackup hasFolder={hasDesktop} />}
      </SettingRow>
      {data.trouble && isListShown && (
        <p className={classes.trouble} role="alert" data-setting>
          {backupTroubleWords(data.trouble)} {formatWhen(data.trouble.atMs, Date.now())}.
        </p>
      )}
      {isListShown && (
        <div data-setting>
          <BackupList items={data.items} />
        </div>
      )}
      <SettingRow
        label="Second place"
        help="A folder on another disk, or one that is synced. Each backup is copied there too."
        words="backup folder disk cloud sync usb"
      >
        {({ labelId, helpId }) => (
          <SecondFolder folder={data.secondFolder} hasDialog={hasDesktop} labelId={labelId} helpId={helpId} />
        )}
      </SettingRow>
      <LibraryCheckSetting />
    </SettingSection>
  )
}

function CreateBackup({ hasFolder }: { readonly hasFolder: boolean }) {
  const { mutate, isPending } = useMutation(
    api.backup.create.mutationOptions({
      onSuccess: () => showToast('Backed up. The copy was opened once and is sound'),
    }),
  )
  return (
    <Group gap={8} wrap="wrap">
      <Button variant="default" loading={isPending} onClick={() => mutate({})}>
        Back up now
      </Button>
      {hasFolder && (
        <Button variant="subtle" onClick={() => void client.desktop.openFolder({ which: 'backups' })}>
          Show their folder
        </Button>
      )}
    </Group>
  )
}

interface SecondFolderProps {
  readonly folder: string | null
  /** Whether a folder can be chosen in a dialog of the system. */
  readonly hasDialog: boolean
  readonly labelId: string
  readonly helpId: string
}

function SecondFolder({ folder, hasDialog, labelId, helpId }: SecondFolderProps) {
  const [path, setPath] = useState(folder ?? '')
  useEffect(() => setPath(folder ?? ''), [folder])
  const { mutate, isPending, data } = useMutation(
    api.backup.setSecondFolder.mutationOptions({
      onSuccess: ({ failed }, { folder: chosen }) => {
        if (failed === null)
          showToast(chosen === null ? 'Backups stay in the library’s folder' : 'The second place is in use')
      },
    }),
  )
  const wanted = path.trim()
  const isChanged = wanted !== (folder ?? '')
  const choose = async () => {
    const { folder: chosen } = await client.desktop.chooseFolder({ title: 'A second place for backups' })
    if (chosen !== null) mutate({ folder: chosen })
  }
  return (
    <form
      className={classes.second}
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) mutate({ folder: wanted === '' ? null : wanted })
      }}
    >
      <TextInput
        aria-labelledby={labelId}
        aria-describedby={helpId}
        placeholder="None"
        value={path}
        spellCheck={false}
        error={data?.failed ? describeError({ code: `BACKUP_${data.failed}` }).title : null}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={isPending} disabled={!isChanged}>
        {wanted === '' && folder !== null ? 'Stop' : 'Use'}
      </Button>
      {hasDialog && (
        <Button variant="default" size="compact-sm" onClick={() => void choose()}>
          Choose…
        </Button>
      )}
    </form>
  )
}
