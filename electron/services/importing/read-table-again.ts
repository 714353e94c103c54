import { SpilledFile } from '#electron/workers/reading/spilled-file.ts'
import type { TableGuess } from '#shared/domain/card-columns.ts'
import type { ServiceContext } from '../context.ts'
import type { Item } from './intake-session.ts'
import { readingMs } from './read-source.ts'
import type { SpillFolder } from './spill-folder.ts'

type Cards = Extract<Item, { kind: 'cards' }>

/** No table that was read once is longer. */
const MOST_BYTES = 32 * 1024 * 1024

/** The cards of a table that is read otherwise, off this thread; null when it has none then, or is no table. */
export async function readTableAgain(
  { reader }: ServiceContext,
  into: SpillFolder,
  { file, cards: { table, title } }: Cards,
  as: TableGuess,
): Promise<Cards | null> {
  if (table === null) return null
  const spill = into.newFile()
  const given = { from: file.path, text: table.text, title, as, spill }
  const place = await reader.runWithin(readingMs(MOST_BYTES), 'readTable', given)
  if (place === null) return null
  const other = new SpilledFile(spill, [place])
  for (const part of other.parts()) if (part.kind === 'cards') return { kind: 'cards', file: other, cards: part.cards }
  return null
}
