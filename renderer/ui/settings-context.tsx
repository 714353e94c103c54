import { createContext, type ReactNode, useContext } from 'react'
import type { Settings } from '#shared/contract/library.ts'

/** The person's settings, and how to change some of them. */
export interface SettingsAccess {
  readonly settings: Settings
  readonly change: (change: Partial<Settings>) => void
}

const SettingsContext = createContext<SettingsAccess | null>(null)

interface SettingsProviderProps {
  readonly value: SettingsAccess
  readonly children: ReactNode
}

export function SettingsProvider({ value, children }: SettingsProviderProps) {
  return <SettingsContext.Provider value={value}>{children}</SettingsContext.Provider>
}

/** The settings as they are now; changes show at once and are saved. Throws outside the app. */
export function useSettings(): SettingsAccess {
  const access = useContext(SettingsContext)
  if (!access) throw new Error('useSettings needs a SettingsProvider around it')
  return access
}
