import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { copyDiagnostics } from '#renderer/client/diagnostics.ts'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import { showErrorToast, showToast } from '#renderer/ui/toast.tsx'
import { isTextField, runCommand } from '#renderer/ui/use-commands.ts'
import type { AppCommand } from '#shared/contract/channels.ts'
import { routes } from '#shared/domain/routes.ts'

/** Does what the desktop menu asks. Most of it is a shortcut of the keymap by the same name. */
export function useHostCommands(): void {
  const navigate = useNavigate()
  const { change } = useSettings()
  const answer = useRef<(command: AppCommand) => void>(() => {})
  useEffect(() => {
    answer.current = (command) => {
      if (command === 'undo' || command === 'redo') return turnHistory(command)
      if (command === 'export') return void navigate(routes.export)
      if (command === 'diagnostics')
        return void copyDiagnostics().then(() => showToast('Diagnostics copied'), showErrorToast)
      if (command === 'print') return runCommand('reader.print') ? undefined : window.print()
      if (command.startsWith('go:')) return void navigate(command.slice('go:'.length))
      const theme = themes[command]
      if (theme) return change({ theme })
      const shortcut = shortcuts.find((id) => id === command)
      if (shortcut) runCommand(shortcut)
    }
  })
  useEffect(() => window.dossierHost?.onCommand((command) => answer.current(command)), [])
}

const themes: Partial<Record<AppCommand, 'system' | 'light' | 'sepia' | 'dark'>> = {
  'theme-system': 'system',
  'theme-light': 'light',
  'theme-sepia': 'sepia',
  'theme-dark': 'dark',
}

const shortcuts = [
  'import',
  'search',
  'settings',
  'shortcuts',
  'back',
  'forward',
  'go-library',
  'go-dossiers',
  'go-figures',
  'go-cards',
  'go-review',
  'go-practice',
  'go-marks',
  'go-statistics',
] as const satisfies readonly AppCommand[]

// The menu's accelerators reach text fields too; there they mean what was typed.
function turnHistory(direction: 'undo' | 'redo'): void {
  if (isTextField(document.activeElement)) document.execCommand(direction)
  else runCommand(direction)
}
