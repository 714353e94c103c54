import { showToast } from '#renderer/ui/toast.tsx'

/** Whether this host writes PDF files by itself. A browser does so from its own print dialog. */
export function canSavePdf(): boolean {
  return window.dossierHost !== undefined
}

/** Asks where to, saves there what would be printed now, and says what became of it. */
export async function saveAsPdf(title: string): Promise<void> {
  const outcome = await window.dossierHost?.savePdf(title)
  if (outcome === undefined || outcome.kind === 'cancelled') return
  const words =
    outcome.kind === 'saved'
      ? `Saved as ${outcome.name}`
      : 'The PDF was not saved. The article is as it was. Try another folder, or one with more space.'
  showToast(words)
}
