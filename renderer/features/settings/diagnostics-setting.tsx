import { Button } from '@mantine/core'
import { copyDiagnostics } from '#renderer/client/diagnostics.ts'
import { showErrorToast, showToast } from '#renderer/ui/toast.tsx'
import { SettingRow } from './setting-row.tsx'

/** What helps to find a fault, for the clipboard. */
export function DiagnosticsSetting() {
  return (
    <SettingRow
      label="Diagnostics"
      help="Versions, counts and the log of faults, for a report. Nothing of what you read or wrote is in it."
      words="log fault error report bug crash"
    >
      {() => (
        <Button
          variant="default"
          onClick={() => void copyDiagnostics().then(() => showToast('Diagnostics copied'), showErrorToast)}
        >
          Copy diagnostics
        </Button>
      )}
    </SettingRow>
  )
}
