// How long the thread that answers the person is held by imports that bring tens of thousands of rows at once.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toAnkiPackage } from '#electron/formats/export/anki-package.ts'
import { storeArticle } from '#electron/services/store-article.ts'
import { writeAnkiCollection } from '#electron/store/anki/write-collection.ts'
import { openLibrary } from '#electron/store/open.ts'
import { parseText } from '#electron/workers/prepare-document.ts'
import { collect, openTestCore } from '#test/support/open-test-core.ts'
import { hold } from './hold.ts'

const BUDGET_MS = 50
const CARDS = 5_000
const ANSWERS = 10
const ARTICLES = 2_000
const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 0, 1)

function makeCollection(): Uint8Array {
  const notes = Array.from({ length: CARDS }, (_, note) => ({
    guid: `note-${note}`,
    kind: 'basic' as const,
    fields: [`What did clerk ${note} count?`, `${note} boats in the harbour`, ''] as const,
    tags: [`part-${note % 20}`],
    deck: 'Harbour',
    createdAtMs: NOW - 800 * DAY_MS + note * 1000,
    updatedAtMs: NOW,
    cards: [
      {
        ordinal: 0,
        stage: 'review' as const,
        dueAtMs: NOW + (note % 60) * DAY_MS,
        intervalDays: 60,
        reps: ANSWERS,
        lapses: 0,
        isSuspended: false,
        memory: { stability: 60, difficulty: 5 },
        reviews: Array.from({ length: ANSWERS }, (__, at) => ({
          reviewedAtMs: NOW - (700 - at * 60) * DAY_MS + note * 37,
          grade: 3 as const,
          intervalDays: 60,
          lastIntervalDays: at * 6,
          durationMs: 4000,
          wasLearning: at === 0,
        })),
      },
    ],
  }))
  return toAnkiPackage(writeAnkiCollection(notes, NOW), [])
}

const words = (number: number) =>
  Array.from(
    { length: 40 },
    (_, at) =>
      `In report ${number} clerk ${at * 7 + number} of office ${(number * 31 + at) % 997} counted ${at + number} boats.`,
  ).join(' ')

function fillLibrary(dir: string): void {
  const library = openLibrary(dir, NOW)
  for (let first = 0; first < ARTICLES; first += 200)
    library.write((db) => {
      for (let number = first; number < first + 200; number++)
        storeArticle(
          db,
          parseText(words(number * 61), `Report ${number}`),
          { sha256: null, name: null, isStarter: false },
          NOW + number,
          'shown',
        )
    })
  library.close()
}

let folder = ''
const dir = mkdtempSync(join(tmpdir(), 'dossier-bench-large-'))
console.log(`\nlarge imports (longest hold: budget ${BUDGET_MS} ms)`)
try {
  const file = new File([makeCollection() as Uint8Array<ArrayBuffer>], 'Harbour.apkg')
  const { core, client } = openTestCore(NOW, join(dir, 'cards'))
  try {
    const { intakeId } = await client.intake.open()
    const rowIds: number[] = []
    await hold(`read ${CARDS} cards, ${CARDS * ANSWERS} answers`, BUDGET_MS, async () => {
      for (const event of await collect(client.intake.read({ intakeId, files: [file] })))
        if (event.type === 'rows') rowIds.push(...event.rows.map(({ rowId }) => rowId))
    })
    await hold('store them', BUDGET_MS, () => collect(client.intake.store({ intakeId, rowIds })))
    await hold('export them as an Anki package', BUDGET_MS, () => collect(client.export.run({ format: 'anki' })))
    await hold('undo', BUDGET_MS, () => client.history.undo())
    await hold('redo', BUDGET_MS, () => client.history.redo())
  } finally {
    await core.close()
  }
  fillLibrary(join(dir, 'articles'))
  const from = openTestCore(NOW, join(dir, 'articles'))
  await hold(`export a folder of ${ARTICLES} articles`, BUDGET_MS, () =>
    collect(from.client.folder.verify({})).then((events) => {
      const last = events.at(-1)
      folder = last?.type === 'result' ? last.path : ''
    }),
  )
  await from.core.close()
  const to = openTestCore(NOW, join(dir, 'other'))
  try {
    let lookId = ''
    await hold('look at it', BUDGET_MS, async () => {
      for (const event of await collect(to.client.folder.look({ path: folder })))
        if (event.type === 'look') lookId = event.look.lookId
    })
    await hold('import it', BUDGET_MS, () => collect(to.client.folder.import({ lookId, bringBack: true })))
    await hold('undo', BUDGET_MS, () => to.client.history.undo())
  } finally {
    await to.core.close()
  }
} finally {
  rmSync(dir, { recursive: true, force: true })
}
