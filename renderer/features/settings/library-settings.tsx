import { Button, Group, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { showUndoToast } from '#renderer/ui/toast.tsx'
import type { ExportFormat } from '#shared/contract/library.ts'
import { routes } from '#shared/domain/routes.ts'
import { SettingRow, SettingSection } from './setting-row.tsx'
import classes from './settings-screen.module.css'
import { useExport } from './use-export.ts'

/** Where the library lies, what is in it, and how to take it out again. */
export function LibrarySettings() {
  const { data } = useQuery(api.library.info.queryOptions())
  if (!data) return null
  return (
    <SettingSection title="Library">
      <SettingRow
        label="Folder"
        help="Everything is in it: articles, marks, cards the original files and the backups."
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
      <StarterSetting count={data.starterCount} />
      <SettingRow label="Version" words="about program host">
        {() => `Dossier ${data.version}, in ${data.host === 'electron' ? 'its own window' : 'a browser window'}`}
      </SettingRow>
    </SettingSection>
  )
}

const exportFormats: { value: ExportFormat; label: string }[] = [
  { value: 'markdown', label: 'Markdown, a file for each article' },
  { value: 'anki', label: 'Anki package, with the schedule' },
  { value: 'html', label: 'One web page, to read and print' },
  { value: 'csv', label: 'Tables (CSV) of marks, cards, names, figures' },
  { value: 'json-ld', label: 'W3C Web Annotation (JSON-LD)' },
  { value: 'json', label: 'JSON' },
  { value: 'text', label: 'Plain text' },
]

function ExportSetting() {
  const { progress, error, start, stop } = useExport()
  const [format, setFormat] = useState<ExportFormat>('markdown')
  return (
    <SettingRow
      label="Export notes and cards"
      help="The whole library. Every quote names its article, date and source."
      words="markdown html csv json annotation save download take out"
    >
      {() => (
        <>
          {progress ? (
            <div className={classes.slider}>
              <span className={classes.progress} role="status">
                {progress.total > 0 ? `${progress.done} of ${progress.total} articles` : 'Starting…'}
              </span>
              <Button size="compact-sm" variant="subtle" onClick={stop}>
                Stop
              </Button>
            </div>
          ) : (
            <Group gap={8} wrap="wrap">
              <Select
                data={exportFormats}
                value={format}
                onChange={(value) => value && setFormat(value as ExportFormat)} // one of `exportFormats`
                allowDeselect={false}
                comboboxProps={{ withinPortal: true }}
                aria-label="Format of the export"
                w={280}
              />
              <Button variant="default" onClick={() => void start(format)}>
                Export
              </Button>
            </Group>
          )}
          {error !== null && (
            <p className={classes.trouble} role="alert">
              {describeError(error).title}. {describeError(error).advice}
            </p>
          )}
        </>
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
