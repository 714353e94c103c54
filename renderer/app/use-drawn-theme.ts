import { useEffect, useSyncExternalStore } from 'react'
import type { Settings } from '#shared/contract/library.ts'
import { applySettings, applyTheme, type DrawnTheme, drawnTheme, lastTheme } from './apply-theme.ts'

const darkQuery = matchMedia('(prefers-color-scheme: dark)')

/** The theme to draw, kept on the page with the reading settings; follows the system where the person wants it so. */
export function useDrawnTheme(settings: Settings | null): DrawnTheme {
  const prefersDark = useSyncExternalStore(watchSystem, () => darkQuery.matches)
  const drawn = settings ? drawnTheme(settings.theme, prefersDark) : lastTheme()
  useEffect(() => applyTheme(drawn), [drawn])
  useEffect(() => {
    if (settings) applySettings(settings)
  }, [settings])
  return drawn
}

function watchSystem(listener: () => void): () => void {
  darkQuery.addEventListener('change', listener)
  return () => darkQuery.removeEventListener('change', listener)
}
