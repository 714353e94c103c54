const OPENING = 'Said at the time; the source now says: '

/** What the back of a card says, and what the source has come to say since, where the card is kept as history. */
export interface BackWithNote {
  readonly said: string
  /** Markdown; empty without. */
  readonly note: string
}

/** Parts the back of a card into what is asked and answered and the note that history left on it. */
export function splitNote(back: string): BackWithNote {
  const at = back.startsWith(OPENING) ? 0 : back.indexOf(`\n\n${OPENING}`)
  if (at === -1) return { said: back, note: '' }
  return { said: back.slice(0, at), note: back.slice(at).trim() }
}

/** The back with a note of what the source says now, in place of an earlier one. */
export function withNote(back: string, now: string): string {
  return `${splitNote(back).said}\n\n${OPENING}${now}`.trim()
}
