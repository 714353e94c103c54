const names = new Intl.DisplayNames('en', { type: 'language' })

/** The English name of a language by its BCP 47 tag; the tag itself when it has none. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    // Not a well formed tag: what a file said is shown as it is.
    return tag
  }
}
