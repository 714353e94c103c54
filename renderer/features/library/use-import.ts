import { useCallback, useState } from 'react'
import { client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { announce } from '#renderer/ui/announce.ts'
import { formatCount } from '#renderer/ui/format.ts'
import type { TakeBack } from '#renderer/ui/toast.tsx'
import {
  beginRun,
  type ImportResult,
  type ImportRun,
  importedIds,
  noteEvent,
  sortOut,
  splitCalls,
} from './import-run.ts'

// Well below what the host takes in one body, so that form data's own bytes fit too.
const callLimits = { bytes: 128 * 1024 * 1024, files: 1000 }

/** The import that is under way or was last. */
export interface ImportState {
  readonly run: ImportRun | null
  /** Takes the import back; null while it runs, and when it added nothing. */
  readonly undo: TakeBack | null
  readonly importFiles: (files: readonly File[]) => Promise<void>
  /** Shows what came of a text that was imported without a file. */
  readonly showResult: (result: ImportResult) => Promise<void>
  readonly close: () => void
}

/** Imports files one call after the other and keeps what came of them. A second import joins none: it takes the tray over. */
export function useImport(): ImportState {
  const [run, setRun] = useState<ImportRun | null>(null)
  const [undo, setUndo] = useState<TakeBack | null>(null)

  const finish = useCallback(async (done: ImportRun) => {
    setRun({ ...done, isRunning: false })
    announce(summary(done))
    if (importedIds(done).length === 0) return
    const takeBack = await holdUndo()
    setUndo(() => takeBack)
  }, [])

  const importFiles = useCallback(
    async (files: readonly File[]) => {
      if (files.length === 0) return
      const { sendable, refused } = sortOut(files)
      let current: ImportRun = { ...beginRun(files), results: refused, done: refused.length }
      setUndo(null)
      setRun(current)
      try {
        for (const call of splitCalls(sendable, callLimits)) {
          const before = current.results.length
          for await (const event of await client.article.import({ files: [...call] })) {
            current = noteEvent(current, event, before)
            setRun(current)
          }
        }
      } catch (error) {
        current = { ...current, error }
      }
      await finish(current)
    },
    [finish],
  )

  const showResult = useCallback(
    (result: ImportResult) => finish({ ...beginRun([result]), results: [result] }),
    [finish],
  )
  const close = useCallback(() => setRun(null), [])
  return { run, undo, importFiles, showResult, close }
}

/** The run in one sentence: `3 articles imported, 1 already there, 2 not imported`. */
export function summary(run: ImportRun): string {
  const outcomes = run.results.map(({ outcome }) => outcome)
  const many = outcomes.filter((outcome) => outcome.kind === 'many')
  const count = (kind: string) => outcomes.filter((outcome) => outcome.kind === kind).length
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const changed = count('changed')
  const imported = importedIds(run).length - changed
  const duplicates = count('duplicate') + sum(many.map((one) => one.duplicates))
  const failed = count('failed') + sum(many.map((one) => one.failed.length))
  const parts = [
    imported > 0 ? `${formatCount(imported, 'article', 'articles')} imported` : '',
    changed > 0 ? `${changed} with a new text` : '',
    duplicates > 0 ? `${duplicates} already there` : '',
    failed > 0 ? `${failed} not imported` : '',
  ].filter(Boolean)
  const sentence = parts.join(', ')
  return sentence === '' ? 'Nothing was imported' : sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
