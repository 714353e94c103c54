import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { announce } from '#renderer/ui/announce.ts'
import { showToast, type TakeBack } from '#renderer/ui/toast.tsx'
import type { CardTable, IntakeResult, IntakeRow } from '#shared/contract/intake.ts'
import type { FoundFile } from './dropped-files.ts'
import { type Intake, isChosenAtFirst, isPlain, isTooLarge, splitCalls } from './intake.ts'
import { resultWords } from './intake-words.ts'

// Well below what the host takes in one body, so that form data's own bytes fit too.
const callLimits = { bytes: 128 * 1024 * 1024, files: 500 }

/** The import that is under way or was last, and what can be done with it. */
export interface IntakeAccess {
  readonly intake: Intake | null
  readonly intakeId: string | null
  readonly chosen: ReadonlySet<number>
  /** Takes the import back; null before it is stored, and when it stored nothing. */
  readonly undo: TakeBack | null
  readonly importFiles: (files: readonly FoundFile[]) => Promise<void>
  readonly choose: (rowIds: readonly number[], isChosen: boolean) => void
  readonly setTable: (rowId: number, table: CardTable) => Promise<void>
  readonly store: () => void
  /** Gives up what is being read or stored, or closes what is shown. */
  readonly close: () => void
}

/** Reads files, shows what importing them would do where there is something to decide, and stores what was chosen. */
export function useIntake(): IntakeAccess {
  const [intake, setIntake] = useState<Intake | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [undo, setUndo] = useState<TakeBack | null>(null)
  const [intakeId, setIntakeId] = useState<string | null>(null)
  const ending = useRef<AbortController | null>(null)
  const phase = useRef<Intake['phase'] | null>(null)
  useLayoutEffect(() => {
    phase.current = intake?.phase ?? null
  })

  const store = useCallback(async (id: string, rows: readonly IntakeRow[], rowIds: readonly number[]) => {
    const stop = new AbortController()
    ending.current = stop
    try {
      const result = await storeRows(id, rows, rowIds, stop.signal, setIntake)
      if (!result) return
      setIntake({ phase: 'done', rows, result, stored: new Set(rowIds) })
      announce(resultWords(result))
      const { articleIds, changed, marks, cards } = result
      const hasStored = articleIds.length + changed + marks + cards.new + cards.changed > 0
      const takeBack = hasStored ? await holdUndo() : null
      setUndo(() => takeBack)
    } catch (error) {
      if (!stop.signal.aborted) setIntake({ phase: 'broken', rows, error })
    } finally {
      void client.intake.close({ intakeId: id })
    }
  }, [])

  const importFiles = useCallback(
    async (files: readonly FoundFile[]) => {
      if (files.length === 0) return
      if (phase.current !== null && isUnderWay(phase.current))
        return showToast('An import is under way. Add these when it is done, or cancel it first.')
      ending.current?.abort()
      const stop = new AbortController()
      ending.current = stop
      setUndo(null)
      const rows: IntakeRow[] = []
      try {
        const { intakeId: id } = await client.intake.open()
        setIntakeId(id)
        await readFiles(id, files, rows, stop.signal, setIntake)
        if (stop.signal.aborted) {
          void client.intake.close({ intakeId: id })
          return
        }
        const first = rows.filter(isChosenAtFirst).map(({ rowId }) => rowId)
        setChosen(new Set(first))
        if (isPlain(rows, files.length)) await store(id, rows, first)
        else {
          setIntake({ phase: 'preview', rows })
          announce('Read. Choose what to import.')
        }
      } catch (error) {
        if (!stop.signal.aborted) setIntake({ phase: 'broken', rows, error })
      }
    },
    [store],
  )

  return useMemo(
    () => ({
      intake,
      intakeId,
      chosen,
      undo,
      importFiles,
      choose: (rowIds, isChosen) =>
        setChosen((before) => {
          const after = new Set(before)
          for (const rowId of rowIds) {
            if (isChosen) after.add(rowId)
            else after.delete(rowId)
          }
          return after
        }),
      setTable: async (rowId, table) => {
        if (intakeId === null) return
        const row = await client.intake.setTable({ intakeId, rowId, table })
        setIntake((now) => now && { ...now, rows: now.rows.map((one) => (one.rowId === rowId ? row : one)) })
      },
      store: () => {
        if (intakeId !== null && intake) void store(intakeId, intake.rows, [...chosen])
      },
      close: () => {
        ending.current?.abort()
        setIntake(null)
        if (intakeId !== null && intake?.phase === 'preview') void client.intake.close({ intakeId })
      },
    }),
    [intake, intakeId, chosen, undo, importFiles, store],
  )
}

/** Whether something would be lost if another import took its place. */
function isUnderWay(phase: Intake['phase']): boolean {
  return phase === 'reading' || phase === 'preview' || phase === 'storing'
}

async function readFiles(
  intakeId: string,
  files: readonly FoundFile[],
  rows: IntakeRow[],
  signal: AbortSignal,
  show: (intake: Intake) => void,
): Promise<void> {
  const startedAtMs = Date.now()
  const tell = (done: number, name: string) =>
    show({ phase: 'reading', rows, progress: { done, total: files.length, name, startedAtMs } })
  tell(0, files[0]?.path ?? '')
  const refused = files.filter(isTooLarge)
  let before = 0
  for (const call of splitCalls(
    files.filter((file) => !isTooLarge(file)),
    callLimits,
  )) {
    const input = { intakeId, files: call.map(({ file }) => file), paths: call.map(({ path }) => path) }
    for await (const event of await client.intake.read(input, { signal })) {
      if (event.type === 'rows') rows.push(...event.rows)
      else tell(before + event.done, event.name)
    }
    before += call.length
  }
  // Below zero no row of the host's has a number.
  for (const [at, { path }] of refused.entries())
    rows.push({ rowId: -1 - at, file: path, kind: 'file', title: path, about: '', state: 'failed', code: 'TOO_LARGE' })
}

async function storeRows(
  intakeId: string,
  rows: readonly IntakeRow[],
  rowIds: readonly number[],
  signal: AbortSignal,
  show: (intake: Intake) => void,
): Promise<IntakeResult | null> {
  const startedAtMs = Date.now()
  show({ phase: 'storing', rows, progress: { done: 0, total: rowIds.length, name: '', startedAtMs } })
  for await (const event of await client.intake.store({ intakeId, rowIds: [...rowIds] }, { signal })) {
    if (event.type === 'done') return event.result
    const { done, total, name } = event
    show({ phase: 'storing', rows, progress: { done, total, name, startedAtMs } })
  }
  return null
}
