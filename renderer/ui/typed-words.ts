import { isTextField } from './use-commands.ts'

const STORAGE_KEY = 'dossier.typed'
/** What is older was given up, and not lost. */
const KEPT_MS = 24 * 3_600_000
/** A short search or number is typed again in no time. */
const FEWEST_CHARS = 20
const SETTLE_MS = 400

/** Words that were being typed when the page broke. */
export interface TypedWords {
  readonly words: string
  readonly atMs: number
}

/**
 * Keeps what is being typed, until its field is left or goes: should the page break in between, the words are still there.
 * Gives what ends it.
 */
export function keepTypedWords(): () => void {
  let late: ReturnType<typeof setTimeout> | undefined
  const onInput = ({ target }: Event) => {
    if (!isTextField(target) || !(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return
    clearTimeout(late)
    late = setTimeout(() => keep(target.value), SETTLE_MS)
  }
  const onLeave = ({ target }: FocusEvent) => {
    clearTimeout(late)
    // A field that is torn out with its page was not left by the person.
    setTimeout(() => {
      if (target instanceof Element && (target.isConnected || document.querySelector('[data-broken]') === null))
        forget()
    })
  }
  document.addEventListener('input', onInput)
  document.addEventListener('focusout', onLeave)
  return () => {
    clearTimeout(late)
    document.removeEventListener('input', onInput)
    document.removeEventListener('focusout', onLeave)
  }
}

function keep(words: string): void {
  if (words.length < FEWEST_CHARS) forget()
  else localStorage.setItem(STORAGE_KEY, JSON.stringify({ words, atMs: Date.now() } satisfies TypedWords))
}

/** Words that a page before this one could not keep, or null. */
export function findTypedWords(): TypedWords | null {
  try {
    const { words, atMs } = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Partial<TypedWords>
    return typeof words === 'string' && typeof atMs === 'number' && Date.now() - atMs < KEPT_MS ? { words, atMs } : null
  } catch {
    return null // not ours, or of another version
  }
}

/** The words are where they belong. */
export function forget(): void {
  localStorage.removeItem(STORAGE_KEY)
}
