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

const MARKS = 20_000
const ROWS = 50_000

function makeReadwise(sources: number): File {
  const rows = Array.from({ length: MARKS }, (_, at) => {
    const quote = `Clerk ${at} counted ${at * 7} boats in the harbour of town ${at % 97} before the tide of day ${at}.`
    return `"${quote}",Book ${at % sources},Ada Wren,,yellow,page,${at},2024-01-02 10:00:00`
  })
  const head = 'Highlight,Book Title,Book Author,Note,Color,Location Type,Location,Highlighted at'
  return new File([`${head}\n${rows.join('\n')}`], 'readwise.csv')
}

function makeTable(): File {
  const rows = Array.from({ length: ROWS }, (_, at) => `What did clerk ${at} count?\t${at} boats in the harbour`)
  return new File([rows.join('\n')], 'boats.tsv')
}

type Client = ReturnType<typeof openTestCore>['client']

async function takeIn(client: Client, name: string, file: File): Promise<void> {
  const { intakeId } = await client.intake.open()
  const rowIds: number[] = []
  await hold(`read ${name}`, BUDGET_MS, async () => {
    for (const event of await collect(client.intake.read({ intakeId, files: [file] })))
      if (event.type === 'rows') rowIds.push(...event.rows.map(({ rowId }) => rowId))
  })
  await hold('store them', BUDGET_MS, () => collect(client.intake.store({ intakeId, rowIds })))
  await client.intake.close({ intakeId })
}

async function inEmpty(name: string, work: (client: Client) => Promise<void>): Promise<void> {
  const { core, client } = openTestCore(NOW, join(dir, name))
  try {
    await work(client)
  } finally {
    await core.close()
  }
}

let folder = ''
const dir = mkdtempSync(join(tmpdir(), 'dossier-bench-large-'))
console.log(`\nlarge imports (longest hold: budget ${BUDGET_MS} ms)`)
try {
  await inEmpty('cards', async (client) => {
    const file = new File([makeCollection() as Uint8Array<ArrayBuffer>], 'Harbour.apkg')
    await takeIn(client, `${CARDS} cards, ${CARDS * ANSWERS} answers`, file)
    await hold('export them as an Anki package', BUDGET_MS, () => collect(client.export.run({ format: 'anki' })))
    await hold('undo', BUDGET_MS, () => client.history.undo())
    await hold('redo', BUDGET_MS, () => client.history.redo())
  })
  await inEmpty('table', (client) => takeIn(client, `a table of ${ROWS} cards`, makeTable()))
  for (const sources of [200, 1])
    await inEmpty(`marks-${sources}`, (client) =>
      takeIn(client, `${MARKS} marks of ${sources === 1 ? 'one text' : `${sources} texts`}`, makeReadwise(sources)),
    )
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
