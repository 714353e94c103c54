import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { safeStem } from '#electron/formats/export/file-name.ts'
import { articleToMarkdown, plainStyle } from '#electron/formats/export/markdown-style.ts'
import { makeTemporaryFolder } from '#electron/store/temporary-folders.ts'
import { readNotes } from '#electron/workers/export/read-notes.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ServiceContext } from './context.ts'
import { readSettings } from './settings-service.ts'

/** Writes an article's notes into a file of Markdown that can be dragged to another program; null without the article. */
export function createDragFiles({ library: { read } }: ServiceContext) {
  let last: string | null = null
  return (articleId: ArticleId): string | null => {
    const notes = readNotes(read, articleId)
    if (!notes) return null
    // Who dropped the one before has taken a copy of it.
    if (last !== null) rmSync(last, { recursive: true, force: true })
    last = makeTemporaryFolder('drag')
    const file = join(last, `${safeStem(notes.title)}.md`)
    writeFileSync(file, articleToMarkdown(notes, plainStyle(readSettings(read).markdownTemplate)))
    return file
  }
}
