import { useCallback, useState } from 'react'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { announce } from '#renderer/ui/announce.ts'
import type { TakeBack } from '#renderer/ui/toast.tsx'
import type { ImportEvent } from '#shared/contract/article.ts'

/** What became of a pasted text. */
export type PasteOutcome = Extract<
  Extract<ImportEvent, { type: 'result' }>['outcome'],
  { kind: 'imported' | 'changed' | 'duplicate' }
>

/** The text that was pasted last. */
export interface PastedState {
  readonly outcome: PasteOutcome | null
  /** Takes the import back; null when it added nothing. */
  readonly undo: TakeBack | null
  readonly show: (outcome: PasteOutcome) => Promise<void>
  readonly close: () => void
}

/** Keeps what became of the text that was pasted last. */
export function usePasted(): PastedState {
  const [outcome, setOutcome] = useState<PasteOutcome | null>(null)
  const [undo, setUndo] = useState<TakeBack | null>(null)
  const show = useCallback(async (shown: PasteOutcome) => {
    setUndo(null)
    setOutcome(shown)
    announce(pasteWords[shown.kind])
    if (shown.kind === 'duplicate') return
    const takeBack = await holdUndo()
    setUndo(() => takeBack)
  }, [])
  const close = useCallback(() => setOutcome(null), [])
  return { outcome, undo, show, close }
}

/** What became of a pasted text, in one sentence. */
export const pasteWords: Readonly<Record<PasteOutcome['kind'], string>> = {
  imported: '1 article imported',
  changed: '1 with a new text',
  duplicate: '1 already there',
}
