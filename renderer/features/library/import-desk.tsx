import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { DropSheet } from './drop-sheet.tsx'
import { ImportTray } from './import-tray.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { useImport } from './use-import.ts'

/** What the file chooser offers first; anything else can still be chosen, and is told why it can't be read. */
const IMPORT_TYPES =
  '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.mhtml,.mht,.pdf,.epub,.docx,.csv,.tsv,.json,.jsonl,.zip,text/plain,text/markdown,text/html,application/pdf'

/** The ways in. */
export interface ImportAccess {
  readonly chooseFiles: () => void
  readonly importFiles: (files: readonly File[]) => void
  /** Opens the dialog for a text, filled in with `text` when given. */
  readonly pasteText: (text?: string) => void
}

const ImportContext = createContext<ImportAccess | null>(null)

/** The ways into the library, from anywhere on screen. */
export function useImportAccess(): ImportAccess {
  const access = useContext(ImportContext)
  if (!access) throw new Error('useImportAccess needs an ImportDesk around it')
  return access
}

/** Takes files that are dropped anywhere or chosen, and texts that are pasted, and shows what came of them. */
export function ImportDesk({ children }: { readonly children: ReactNode }) {
  const input = useRef<HTMLInputElement>(null)
  const [pasted, setPasted] = useState<string | null>(null)
  const { importFiles, showResult, ...tray } = useImport()
  const access = useMemo<ImportAccess>(
    () => ({
      chooseFiles: () => input.current?.click(),
      importFiles: (files) => void importFiles(files),
      pasteText: (text = '') => setPasted(text),
    }),
    [importFiles],
  )
  useCommands({ import: access.chooseFiles })
  return (
    <ImportContext.Provider value={access}>
      {children}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={IMPORT_TYPES}
        aria-label="Files to import"
        onChange={(event) => {
          access.importFiles([...(event.currentTarget.files ?? [])])
          // The same file can be chosen again.
          event.currentTarget.value = ''
        }}
      />
      <DropSheet onDrop={access.importFiles} />
      <PasteDialog text={pasted} onClose={() => setPasted(null)} onResult={(result) => void showResult(result)} />
      <ImportTray {...tray} />
    </ImportContext.Provider>
  )
}
