import { formatCount } from '#renderer/ui/format.ts'
import type { FolderImported } from '#shared/contract/open-folder.ts'

/** What an import of a folder has done, in words. */
export function importedWords({ tables, editCount, conflictCount, leftCount }: FolderImported): string {
  const rows = tables.reduce((sum, one) => sum + one.added + one.changed + one.returned, 0)
  const done = [
    ...(rows > 0 ? [`${formatCount(rows, 'row', 'rows')} imported from the folder`] : []),
    ...(editCount > 0 ? [notesWords(editCount, conflictCount)] : []),
    ...(leftCount > 0 ? [`${formatCount(leftCount, 'changed note', 'changed notes')} left out`] : []),
  ]
  return done.length > 0 ? done.join(', ') : 'Nothing to import: the library holds all of it'
}

function notesWords(changed: number, both: number): string {
  const notes = formatCount(changed, 'note changed', 'notes changed')
  if (both === 0) return notes
  return changed === both ? `${notes}, both versions kept` : `${notes}, both versions kept of ${both}`
}
