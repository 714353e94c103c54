// How long everyday acts of a large library hold the thread that answers the person, the longest turn of each.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ENGINE } from '#electron/extraction/engine.ts'
import { addNotes } from './add-notes.ts'
import { openBenchCore } from './bench-core.ts'
import { makeBigLibrary } from './big-library.ts'
import { hold } from './hold.ts'

const BUDGET_MS = 10
const ARTICLES = 5_000
const MARKS = 20_000
const CARDS = 50_000
const MANY = 1_000
const NOW_MS = Date.UTC(2026, 5, 1)

const dir = mkdtempSync(join(tmpdir(), 'dossier-bench-holds-'))
try {
  makeBigLibrary(dir, ENGINE, ARTICLES)
  addNotes(dir, { marks: MARKS, cards: CARDS }, NOW_MS)
  const { core, client } = openBenchCore(dir)
  try {
    await core.settled()
    console.log(`\n${ARTICLES} articles, ${MARKS} marks, ${CARDS} cards (longest hold: budget ${BUDGET_MS} ms)`)
    const act = (name: string, work: () => Promise<unknown>) => hold(name, BUDGET_MS, work)
    const undo = () => act('  undo', () => client.history.undo())
    const annotationIds: string[] = []
    for (let cursor: string | undefined; annotationIds.length < MANY; ) {
      const page = await client.annotation.list({ limit: 200, ...(cursor && { cursor }) })
      annotationIds.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    }
    const [first, second] = (await client.entity.list({ sort: 'mentions', kind: 'person', limit: 2 })).items
    const articles = (await client.article.list({ limit: 200 })).items.map(({ id }) => id)
    await act('what an export would hold', () => client.export.count({}))
    await act('search of everything', () => client.search.query({ q: 'minister met', limit: 50 }))
    await act('history', () => client.history.state())
    await act('settings', () => client.settings.set({ markdownTemplate: '' }))
    await act(`${MANY} marks tagged`, () => client.annotation.updateMany({ annotationIds, addTags: ['to read'] }))
    await undo()
    await act(`${MANY} marks linked`, () =>
      client.annotation.updateMany({ annotationIds, addEntityIds: [first?.id ?? ''] }),
    )
    await undo()
    await act(`${MANY} marks deleted`, () => client.annotation.remove({ annotationIds }))
    await undo()
    await act(`${articles.length} articles deleted`, () => client.article.delete({ articleIds: articles }))
    await undo()
    await act('deck by words', () => client.deck.create({ rule: { kind: 'search', value: 'report' } }))
    await undo()
    await act('entity of another kind', () =>
      client.correction.add({ kind: 'retype', entityId: first?.id ?? '', to: 'group' }),
    )
    await undo()
    await act('two entities merged', () =>
      client.correction.add({ kind: 'merge', into: first?.id ?? '', entityIds: [second?.id ?? ''] }),
    )
    await undo()
  } finally {
    await core.close()
  }
} finally {
  rmSync(dir, { recursive: true, force: true })
}
