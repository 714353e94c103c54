import { isTextField } from './use-commands.ts'

/** Each window keeps its own. */
const KEY_PREFIX = 'dossier.typed.'
/** What is older was given up, and not lost. */
const KEPT_MS = 24 * 3_600_000
/** A short search or number is typed again in no time. */
const FEWEST_CHARS = 20
const SETTLE_MS = 400
const LOOK_EVERY_MS = 1_000

/** Words that were being typed when a page broke. */
export interface TypedWords {
  readonly key: string
  readonly words: string
}

type TextField = HTMLTextAreaElement | HTMLInputElement

/**
 * Keeps what is being typed until it is where it belongs: until its field goes, is emptied, or is left. Both sides of a
 * card, or all that is in a form or a dialog, wait for that to go. Should the page break in between, the words are still
 * there. Gives what ends it.
 */
export function keepTypedWords(): () => void {
  const owner = ownName()
  let key = keyOf(owner)
  // Held as long as this page lives, and let go of however it ends: what is typed here is not lost yet.
  void navigator.locks?.request(owner, () => new Promise(() => {}))
  const typed = new Map<TextField, string>()
  let late: ReturnType<typeof setTimeout> | undefined
  const renew = () => keep(key, [...typed.values()].filter((words) => words.length >= FEWEST_CHARS).join('\n\n'))
  const drop = (isDone: (field: TextField, words: string) => boolean) => {
    if (typed.size === 0) return
    if (document.querySelector('[data-broken]') !== null) {
      // What is torn out with its page was not put where it belongs: it stays, beside what is typed from now on.
      typed.clear()
      key = keyOf(owner)
    }
    const before = typed.size
    for (const [field, words] of typed) if (isDone(field, words)) typed.delete(field)
    if (typed.size < before) renew()
  }
  const onInput = ({ target }: Event) => {
    if (!isTextField(target) || !(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return
    typed.set(target, target.value)
    clearTimeout(late)
    late = setTimeout(renew, SETTLE_MS)
  }
  const onLeave = ({ target }: FocusEvent) => {
    setTimeout(() => drop((field) => field === target && !isInForm(field)))
  }
  const look = setInterval(() => drop((field, words) => !field.isConnected || field.value !== words), LOOK_EVERY_MS)
  document.addEventListener('input', onInput)
  document.addEventListener('focusout', onLeave)
  return () => {
    clearTimeout(late)
    clearInterval(look)
    document.removeEventListener('input', onInput)
    document.removeEventListener('focusout', onLeave)
  }
}

function isInForm(field: TextField): boolean {
  return field.closest('form, [role="dialog"]') !== null
}

/** The same after the page was loaded again, and another in each window. */
function ownName(): string {
  const known = sessionStorage.getItem(KEY_PREFIX)
  const name = known ?? KEY_PREFIX + crypto.randomUUID()
  if (known === null) sessionStorage.setItem(KEY_PREFIX, name)
  return name
}

const keyOf = (owner: string): string => `${owner}.${Date.now()}`

function keep(key: string, words: string): void {
  if (words === '') forget(key)
  else localStorage.setItem(key, JSON.stringify({ words, atMs: Date.now() }))
}

/** Words that a page before this one, or a window that is gone, could not put where they belong; or null. */
export async function findTypedWords(): Promise<TypedWords | null> {
  const own = ownName()
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  const others = held.flatMap(({ name }) => (name && name !== own ? [name] : []))
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(KEY_PREFIX))
  for (const key of keys) {
    const words = others.some((name) => key.startsWith(name)) ? null : read(key)
    if (words !== null) return { key, words }
  }
  return null
}

function read(key: string): string | null {
  try {
    const { words, atMs } = JSON.parse(localStorage.getItem(key) ?? '{}') as { words?: unknown; atMs?: unknown }
    if (typeof words === 'string' && typeof atMs === 'number' && Date.now() - atMs < KEPT_MS) return words
  } catch {
    // not ours, or of another version
  }
  forget(key)
  return null
}

/** The words are where they belong. */
export function forget(key: string): void {
  localStorage.removeItem(key)
}
