import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { DropSheet } from './drop-sheet.tsx'
import { type FoundFile, readChosen } from './dropped-files.ts'
import { IntakeDialog } from './intake-dialog.tsx'
import { IntakeTray } from './intake-tray.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { PastedTray } from './pasted-tray.tsx'
import { useIntake } from './use-intake.ts'
import { usePasted } from './use-pasted.ts'

/** What the file chooser offers first; anything else can still be chosen, and is told why it can't be read. */
const IMPORT_TYPES =
  '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.mhtml,.mht,.pdf,.epub,.docx,.csv,.tsv,.json,.jsonl,.jsonld,.zip,.apkg,.colpkg,text/plain,text/markdown,text/html,application/pdf'

/** The ways in. */
export interface ImportAccess {
  readonly chooseFiles: () => void
  /** All files in a folder and in those within it. */
  readonly chooseFolder: () => void
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
  const folder = useRef<HTMLInputElement>(null)
  const { show, ...tray } = usePasted()
  const intake = useIntake()
  const { importFiles } = intake
  const take = useCallback((files: readonly FoundFile[]) => void importFiles(files), [importFiles])
  const access = useMemo<ImportAccess>(
    () => ({
      chooseFiles: () => input.current?.click(),
      chooseFolder: () => folder.current?.click(),
      importFiles: (files) => take(files.map((file) => ({ file, path: file.name }))),
      pasteText: (text = '') => setPasted(text),
    }),
    [take],
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
          take(readChosen(event.currentTarget.files))
          // The same file can be chosen again.
          event.currentTarget.value = ''
        }}
      />
      <input
        ref={(element) => {
          folder.current = element
          element?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        multiple
        hidden
        aria-label="Folder to import"
        onChange={(event) => {
          take(readChosen(event.currentTarget.files))
          event.currentTarget.value = ''
        }}
      />
      <DropSheet onDrop={take} />
      <IntakeDialog access={intake} />
      <IntakeTray intake={intake.intake} undo={intake.undo} close={intake.close} />
      <PasteDialog text={pasted} onClose={() => setPasted(null)} onResult={(outcome) => void show(outcome)} />
      <PastedTray {...tray} />
    </ImportContext.Provider>
  )
}
