import { showToast } from '#renderer/ui/toast.tsx'

/** Puts text on the clipboard and says so, or says that it was not allowed. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast('Copied with its source.')
  } catch {
    // The browser refuses when the window is not in front or the person has forbidden it.
    showToast('The browser did not allow copying. Select the words and copy them by its own menu.')
  }
}
