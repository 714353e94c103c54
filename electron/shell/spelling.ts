import type { Session } from 'electron'
import type { DesktopChoices } from '#shared/contract/desktop.ts'

/** Follows what the person wants checked. Off, nothing is fetched: elsewhere than on macOS dictionaries come from the network. */
export function applySpelling(session: Session, choices: DesktopChoices): void {
  session.setSpellCheckerEnabled(choices.checksSpelling)
  // macOS finds out itself in what language is written.
  if (!choices.checksSpelling || process.platform === 'darwin') return
  const known = new Set(session.availableSpellCheckerLanguages)
  const wanted = choices.spellingLanguages.filter((code) => known.has(code))
  if (wanted.length > 0) session.setSpellCheckerLanguages(wanted)
}

/** The languages that there are dictionaries for; none where they are not chosen. */
export function listSpellingLanguages(session: Session): string[] {
  return process.platform === 'darwin' ? [] : session.availableSpellCheckerLanguages
}
