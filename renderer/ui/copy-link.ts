import { showToast } from './toast.tsx'

/** Puts a link on the clipboard and says so, or says that it was not allowed. */
export async function copyToClipboard(link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link)
    showToast('Link copied.')
  } catch {
    // The browser refuses when the window is not in front or the person has forbidden it.
    showToast('The browser did not allow copying.')
  }
}
