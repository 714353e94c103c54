import { useEffect, useState } from 'react'
import classes from './drop-sheet.module.css'
import { type FoundFile, readDrop } from './dropped-files.ts'

interface DropSheetProps {
  readonly onDrop: (files: readonly FoundFile[]) => void
}

/** Takes files dropped anywhere in the window; says so while they hover. */
export function DropSheet({ onDrop }: DropSheetProps) {
  const isOver = useFileDrop(onDrop)
  if (!isOver) return null
  return (
    <div className={classes.sheet}>
      <div className={classes.frame}>
        <p className={classes.words}>Drop to add to your library</p>
        <p className={classes.quiet}>
          Web pages, PDF, EPUB, Word, Markdown and plain text, books, notes and cards of other programs, whole folders
        </p>
      </div>
    </div>
  )
}

function useFileDrop(onDrop: (files: readonly FoundFile[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const ending = new AbortController()
    const { signal } = ending
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    // Moving over a child leaves its parent: only leaving the window leaves for good.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      if (event.dataTransfer) void readDrop(event.dataTransfer).then(onDrop)
    }
    window.addEventListener('dragenter', over, { signal })
    window.addEventListener('dragover', over, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('drop', drop, { signal })
    return () => ending.abort()
  }, [onDrop])
  return isOver
}
