import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { showUndoToast } from '#renderer/ui/toast.tsx'
import { routes } from '#shared/domain/routes.ts'
import { DiagnosticsSetting } from './diagnostics-setting.tsx'
import { SettingRow, SettingSection } from './setting-row.tsx'
import classes from './settings-screen.module.css'
import { type FailureWords, WatchSetting } from './watch-setting.tsx'

/** Where the library lies, what is in it, and how to take it out again. */
export function LibrarySettings({ failureWords }: { readonly failureWords: FailureWords }) {
  const { data } = useQuery(api.library.info.queryOptions())
  if (!data) return null
  return (
    <SettingSection title="Library">
      <SettingRow
        label="Folder"
        help="Everything is in it: articles, marks, cards, the original files and the backups."
        words="where path disk data location"
      >
        {() => <span className={classes.path}>{data.libraryDir}</span>}
      </SettingRow>
      <SettingRow label="In it" words="count articles cards number">
        {() =>
          `${formatCount(data.articleCount, 'article', 'articles')}, ${formatCount(data.cardCount, 'card', 'cards')}`
        }
      </SettingRow>
      <ExportSetting />
      <SettingRow
        label="Corrections of names and figures"
        help="All of them, to look at, take back, export or import."
        words="log merge rename split export import"
      >
        {() => (
          <Button variant="default" component={Link} to={routes.corrections}>
            Your corrections
          </Button>
        )}
      </SettingRow>
      <WatchSetting failureWords={failureWords} />
      <StarterSetting count={data.starterCount} />
      <DiagnosticsSetting />
      <SettingRow label="Version" words="about program host">
        {() => `Dossier ${data.version}, in ${data.host === 'electron' ? 'its own window' : 'a browser window'}`}
      </SettingRow>
    </SettingSection>
  )
}

function ExportSetting() {
  const navigate = useNavigate()
  return (
    <SettingRow
      label="Export"
      help="Notes, cards and dossiers in twelve formats, or the whole library as an open folder, checked row by row."
      words="markdown html pdf word csv json anki annotation save download take out verify backup folder"
    >
      {() => (
        <Button variant="default" onClick={() => void navigate(routes.export)}>
          Go to export
        </Button>
      )}
    </SettingRow>
  )
}

function StarterSetting({ count }: { readonly count: number }) {
  const add = useMutation(
    api.library.addStarter.mutationOptions({
      onSuccess: async ({ added }) =>
        showUndoToast(`${formatCount(added, 'briefing', 'briefings')} added`, await holdUndo()),
    }),
  )
  const remove = useMutation(
    api.library.removeStarter.mutationOptions({
      onSuccess: async ({ removed }) =>
        showUndoToast(`${formatCount(removed, 'briefing', 'briefings')} removed`, await holdUndo()),
    }),
  )
  return (
    <SettingRow
      label="Starter briefings"
      help="Removing them takes along what was marked in them and the cards made from them. Undo brings all of it back."
      words="sample example articles remove add"
    >
      {() =>
        count > 0 ? (
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({})}>
            Remove {formatCount(count, 'briefing', 'briefings')}
          </Button>
        ) : (
          <Button variant="default" loading={add.isPending} onClick={() => add.mutate({})}>
            Add the briefings
          </Button>
        )
      }
    </SettingRow>
  )
}
