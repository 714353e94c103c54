import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toAnkiPackage } from '#electron/formats/export/anki-package.ts'
import { notesToWebAnnotations } from '#electron/formats/export/web-annotation.ts'
import { writeAnkiCollection } from '#electron/store/anki/write-collection.ts'
import { openLibrary } from '#electron/store/open.ts'
import { listWrittenNotes } from '#electron/store/open-folder/written-notes.ts'
import { listArticleIds } from '#electron/store/queries/articles.ts'
import { listCards } from '#electron/store/queries/card-list.ts'
import { cardsToAnkiNotes, mediaOf } from '#electron/workers/export/anki-notes.ts'
import { allOf, readNotes } from '#electron/workers/export/read-notes.ts'
import { verifyFolder } from '#electron/workers/open-folder/verify-folder.ts'
import { writeFolder } from '#electron/workers/open-folder/write-folder.ts'
import { checkApkg, readApkg } from '#test/support/check-apkg.ts'
import { checkWebAnnotations, readWebAnnotations } from '#test/support/check-web-annotations.ts'
import { fillLibrary, type LibraryPlan, libraryPlan } from '#test/support/random-library.ts'
import { wholeText } from '#test/support/whole-file.ts'

/** `npm run test:roundtrip` tries a thousand. */
const RUNS = Number(process.env.DOSSIER_ROUND_TRIPS ?? 8)
const SEED = 20_260_302
const NOW_MS = Date.UTC(2026, 2, 2, 10)
const MAX_MS = 60_000 + RUNS * 3000

/** Runs a test on random libraries, each in a folder of its own. */
async function onLibraries(test: (dir: string, plan: LibraryPlan) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(libraryPlan, async (plan) => {
      const dir = mkdtempSync(join(tmpdir(), 'dossier-round-'))
      try {
        test(dir, plan)
      } finally {
        rmSync(dir, { recursive: true, force: true })
      }
      // Whoever waits for this process gets a turn.
      await new Promise((resolve) => setImmediate(resolve))
    }),
    { seed: SEED, numRuns: RUNS },
  )
}

describe('a random library', () => {
  it(
    'comes back from an open folder, row by row',
    async () => {
      await onLibraries((dir, plan) => {
        const library = openLibrary(join(dir, 'library'), NOW_MS)
        try {
          fillLibrary(library, plan)
          const folder = join(dir, 'folder')
          const report = () => {}
          writeFolder({ read: library.read, originalsDir: null, folder, version: '0', nowMs: NOW_MS }, report)
          const { differences, checked } = verifyFolder(library.read, folder, join(dir, 'copy'), null, NOW_MS, report)
          expect(differences).toEqual([])
          expect(checked.find(({ name }) => name === 'card')?.same).toBe(
            plan.cards.filter(({ isGone }) => !isGone).length,
          )
        } finally {
          library.close()
        }
      })
    },
    MAX_MS,
  )

  it(
    'comes back from W3C Web Annotation, mark by mark, and the file keeps to the model',
    async () => {
      await onLibraries((_, plan) => {
        const library = openLibrary(':memory:', NOW_MS)
        try {
          fillLibrary(library, plan)
          const all = listArticleIds(library.read, 'all').flatMap((id) => readNotes(library.read, id) ?? [])
          const text = wholeText(notesToWebAnnotations(all, NOW_MS))
          expect(checkWebAnnotations(text)).toEqual([])
          const expected = all.flatMap(({ remarks, marks }) => [
            ...remarks.map((one) => ({ ...one, category: '', mark: null })),
            ...marks.map(({ quote, prefix, suffix, startCharacter: start, endCharacter: end, ...one }) => ({
              ...one,
              note: one.note ?? '',
              mark: { quote, prefix, suffix, start, end },
            })),
          ])
          const plain = (one: (typeof expected)[number] | ReturnType<typeof readWebAnnotations>[number]) => ({
            id: one.id,
            note: one.note,
            category: one.category,
            tags: one.tags,
            links: one.links,
            createdAtMs: one.createdAtMs,
            updatedAtMs: one.updatedAtMs,
            mark: one.mark,
          })
          expect(readWebAnnotations(text).map(plain)).toEqual(expected.map(plain))
          const written = all.flatMap(({ id }) => [...listWrittenNotes(library.read, id as never)])
          expect(expected).toHaveLength(written.length)
        } finally {
          library.close()
        }
      })
    },
    MAX_MS,
  )

  it(
    'comes back from an Anki package, card by card, and the package is one that Anki takes',
    async () => {
      await onLibraries((_, plan) => {
        const library = openLibrary(':memory:', NOW_MS)
        try {
          fillLibrary(library, plan)
          const cards = allOf((cursor) => listCards(library.read, { state: 'all', limit: 200, cursor }, NOW_MS))
          const notes = cardsToAnkiNotes(library.read, cards)
          const bytes = toAnkiPackage(writeAnkiCollection(notes, NOW_MS), mediaOf(library.read, cards))
          expect(checkApkg(bytes)).toEqual([])
          const read = readApkg(bytes)
          const byGuid = new Map(read.notes.map((note) => [note['guid'], note]))
          for (const note of notes) {
            const row = byGuid.get(note.guid)
            expect(String(row?.['flds']).split('\x1f')).toEqual(
              note.fields.map((field) => field.replaceAll('\x1f', ' ')),
            )
            expect(String(row?.['tags']).split(' ').filter(Boolean)).toEqual(
              note.tags.map((tag) => tag.replace(/\s+/g, '_')),
            )
            const own = read.cards.filter(({ nid }) => nid === row?.['id'])
            expect(own.map(({ ord }) => ord)).toEqual(note.cards.map(({ ordinal }) => ordinal).sort())
            const answers = own.flatMap(({ id }) => read.revlog.filter(({ cid }) => cid === id).map(({ ease }) => ease))
            expect(answers.sort()).toEqual(
              note.cards.flatMap(({ reviews }) => reviews.map(({ grade }) => grade)).sort(),
            )
          }
          expect(byGuid.size).toBe(notes.length)
        } finally {
          library.close()
        }
      })
    },
    MAX_MS,
  )
})
