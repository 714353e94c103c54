import type { Settings } from '#shared/contract/library.ts'

/** The themes as drawn; `system` is one of the first and last of them. */
export type DrawnTheme = 'light' | 'sepia' | 'dark'

const STORAGE_KEY = 'dossier.theme'

/** What a setting means on this computer now. */
export function drawnTheme(theme: Settings['theme'], prefersDark: boolean): DrawnTheme {
  if (theme !== 'system') return theme
  return prefersDark ? 'dark' : 'light'
}

/** The setting this browser last drew, so that a start need not wait for the library to know its colours. */
export function lastTheme(): DrawnTheme {
  const stored = localStorage.getItem(STORAGE_KEY)
  const theme = stored === 'light' || stored === 'sepia' || stored === 'dark' ? stored : 'system'
  return drawnTheme(theme, matchMedia('(prefers-color-scheme: dark)').matches)
}

/** Draws the page in a theme. */
export function applyTheme(theme: DrawnTheme): void {
  document.documentElement.dataset.theme = theme
}

/** Puts what the person reads with into the CSS variables that reading text is set in, and remembers the theme. */
export function applySettings(settings: Settings): void {
  localStorage.setItem(STORAGE_KEY, settings.theme)
  const { style } = document.documentElement
  style.setProperty('--read-font', settings.readingFont === 'serif' ? 'var(--font-serif)' : 'var(--font-sans)')
  style.setProperty('--read-size', `${settings.textSizePx}px`)
  style.setProperty('--read-measure', `${settings.measureChars}ch`)
  style.setProperty('--read-line', String(settings.lineHeight))
}
