import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { client } from '#renderer/client/api.ts'
import { effectWords } from '#renderer/client/correct.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { KeyButton } from '#renderer/ui/key-button.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { saveFile } from '#renderer/ui/save-file.ts'
import { Screen } from '#renderer/ui/screen.tsx'
import { showErrorToast, showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useListCursor } from '#renderer/ui/use-list-cursor.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { Correction } from '#shared/contract/correction.ts'
import { routes } from '#shared/domain/routes.ts'
import { CorrectionRow } from './correction-row.tsx'
import { placeOfCorrection } from './correction-words.ts'
import classes from './corrections-screen.module.css'
import { type ImportedLog, ImportResult, importLog } from './import-log.tsx'
import { useCorrections } from './use-corrections.ts'

/** Everything the person has corrected: what, when and what that changed; out to a file and in again. */
export function CorrectionsScreen() {
  const list = useCorrections()
  const cursor = useListCursor(list.items.length)
  const chooser = useRef<HTMLInputElement>(null)
  const [imported, setImported] = useState<ImportedLog | null>(null)
  const [isImporting, setImporting] = useState(false)
  const navigate = useNavigate()
  const open = (item: Correction | undefined) => {
    const path = item && placeOfCorrection(item)
    if (path) void navigate(path)
  }
  const choose = () => {
    if (!isImporting) chooser.current?.click()
  }
  const take = async (file: File) => {
    setImporting(true)
    try {
      setImported(await importLog(file))
    } catch (error) {
      showErrorToast(error)
    } finally {
      setImporting(false)
    }
  }
  useCommands({
    'corrections.next': cursor.next,
    'corrections.previous': cursor.previous,
    'corrections.open': () => open(list.items[cursor.index]),
    'corrections.undo': () => void takeBack(list.items[cursor.index]),
    'corrections.export': () => void exportLog(),
    'corrections.import': choose,
  })
  return (
    <Screen width="fill">
      <PageTitle
        title="Corrections"
        lead={list.items.length > 0 && !list.hasMore ? formatCount(list.items.length, 'correction', 'corrections') : ''}
        actions={
          <>
            <KeyButton command="corrections.import" onClick={choose}>
              Import
            </KeyButton>
            <KeyButton command="corrections.export" disabled={list.items.length === 0} onClick={() => void exportLog()}>
              Export
            </KeyButton>
          </>
        }
        menu={[
          { label: 'How right the finds are', onSelect: () => void navigate(routes.honesty) },
          { label: 'Doubtful names', onSelect: () => void navigate(routes.doubtful) },
        ]}
      />
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".jsonl,.json,.txt,application/x-ndjson"
        aria-label="A file of corrections"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) void take(file)
        }}
      />
      {isImporting && <LoadingState label="Replaying the corrections of the file" />}
      {imported && !isImporting && <ImportResult imported={imported} onClose={() => setImported(null)} />}
      {list.error !== null && <ErrorState error={list.error} onRetry={list.retry} />}
      {list.isPending && <LoadingState label="Fetching your corrections" />}
      {!list.isPending && list.error === null && list.items.length === 0 && <NoCorrections onImport={choose} />}
      {list.items.length > 0 && (
        <div className={classes.list}>
          <VirtualList
            items={list.items}
            label="Corrections"
            itemKey={(item) => item.id}
            estimateHeightPx={57}
            activeIndex={cursor.index}
            onEndReached={list.more}
            renderItem={(item, index) => (
              <CorrectionRow
                item={item}
                isActive={index === cursor.index}
                onFocus={() => cursor.moveTo(index)}
                onTakeBack={() => void takeBack(item)}
              />
            )}
          />
        </div>
      )}
    </Screen>
  )
}

function NoCorrections({ onImport }: { readonly onImport: () => void }) {
  return (
    <EmptyState
      title="No corrections yet"
      actions={
        <Button variant="default" onClick={onImport}>
          Import a file
        </Button>
      }
    >
      When you merge, rename or correct a name or a figure, it is noted here and done again whenever a text is searched
      anew.
    </EmptyState>
  )
}

async function takeBack(item: Correction | undefined): Promise<void> {
  if (!item) return
  try {
    const { effect } = await client.correction.undo({ correctionId: item.id })
    const told = effect.mentions + effect.figures === 0 ? '' : ` ${effectWords(effect)}.`
    showUndoToast(`Taken back: ${item.label}.${told}`, await holdUndo())
  } catch (error) {
    showErrorToast(error)
  }
}

async function exportLog(): Promise<void> {
  try {
    const { text, count } = await client.correction.export()
    if (count === 0) return showToast('There is nothing to export yet.')
    const name = `corrections-${new Date().toISOString().slice(0, 10)}.jsonl`
    saveFile(new File([text], name, { type: 'application/x-ndjson' }))
    showToast(`${formatCount(count, 'correction', 'corrections')} written to ${name}`)
  } catch (error) {
    showErrorToast(error)
  }
}
