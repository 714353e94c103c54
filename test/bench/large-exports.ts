// How long exports of a large library take, and how long they hold the thread that answers the person.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ENGINE } from '#electron/extraction/engine.ts'
import { exportFormat } from '#shared/contract/export.ts'
import { collect } from '#test/support/open-test-core.ts'
import { addNotes } from './add-notes.ts'
import { openBenchCore } from './bench-core.ts'
import { makeBigLibrary } from './big-library.ts'
import { hold } from './hold.ts'

const BUDGET_MS = 10
const ARTICLES = 2_000
const MARKS = 20_000
const CARDS = 10_000
const NOW_MS = Date.UTC(2026, 5, 1)

const dir = mkdtempSync(join(tmpdir(), 'dossier-bench-exports-'))
try {
  makeBigLibrary(dir, ENGINE, ARTICLES)
  addNotes(dir, { marks: MARKS, cards: CARDS }, NOW_MS)
  const { core, client } = openBenchCore(dir)
  try {
    await core.settled()
    console.log(
      `\nexports of ${ARTICLES} articles, ${MARKS} marks, ${CARDS} cards (longest hold: budget ${BUDGET_MS} ms)`,
    )
    await hold('count', BUDGET_MS, () => client.export.count({}))
    // A PDF is the page, printed by a browser, which is none here.
    for (const format of exportFormat.options.filter((one) => one !== 'pdf'))
      await hold(format, BUDGET_MS, () => collect(client.export.run({ format })))
    await hold('markdown with [[links]]', BUDGET_MS, () => collect(client.export.run({ wikiLinks: true })))
    const [article] = (await client.article.list({ limit: 1 })).items
    for (let turn = 0; turn < 3; turn++)
      await hold('markdown of one article', BUDGET_MS, () =>
        collect(client.export.run({ articleIds: [article?.id ?? ''] })),
      )
  } finally {
    await core.close()
  }
} finally {
  rmSync(dir, { recursive: true, force: true })
}
