import { useEffect } from 'react'
import { isTextField } from '#renderer/ui/use-commands.ts'
import type { ImportAccess } from './import-desk.tsx'

/** What is pasted while no text field has the focus becomes an article: files at once, a text after a look at it. */
export function usePasteAnywhere({ importFiles, pasteText }: ImportAccess): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isTextField(event.target) || document.querySelector('[aria-modal="true"]')) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files.length > 0) importFiles(files)
      else if (text.trim() !== '') pasteText(text)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [importFiles, pasteText])
}
