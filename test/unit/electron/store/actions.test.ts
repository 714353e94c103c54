import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WriteHandle } from '#electron/store/handle.ts'
import { type Library, openLibrary } from '#electron/store/open.ts'
import { insertCard, updateCardMemory, updateCardText } from '#electron/store/queries/cards.ts'
import { putTags } from '#electron/store/queries/tags.ts'
import type { CardId } from '#shared/domain/ids.ts'
import { newMemory } from '#shared/domain/scheduling.ts'

const step = (label: string) => ({ kind: 'test', label, articleId: null })
const evidence = {
  articleId: null,
  start: null,
  end: null,
  quote: '',
  entityId: null,
  figureId: null,
  annotationId: null,
}
const nothing = () => {}

let library: Library
beforeEach(() => {
  library = openLibrary(':memory:', 1)
})
afterEach(() => library.close())

const addCard = (db: WriteHandle, id: string, front: string) =>
  insertCard(db, { id: id as CardId, kind: 'basic', front, back: 'back', ...evidence }, 1)
const rows = () =>
  library.read
    .prepare(
      `SELECT c.id, c.front, c.stability, (SELECT group_concat(t.name) FROM card_tag l JOIN tag t ON t.id = l.tag_id
         WHERE l.card_id = c.id) AS tags FROM card c WHERE deleted_at_ms IS NULL ORDER BY id`,
    )
    .all()

describe('ActionLog', () => {
  it('takes back an insert, an update and its tags in one step, and does them again', async () => {
    library.act(step('first'), 1, (db) => addCard(db, 'a', 'one'))
    const before = rows()
    library.act(step('second'), 2, (db) => {
      addCard(db, 'b', 'two')
      updateCardText(db, 'a' as CardId, 'changed', 'back', 2)
      putTags(db, 'card', 'a', ['x', 'y'], 2)
    })
    const after = rows()
    expect(library.undoNow(3, nothing)).toEqual({ ...step('second') })
    expect(rows()).toEqual(before)
    expect(library.findRedo()?.label).toBe('second')
    await library.redo(4, nothing)
    expect(rows()).toEqual(after)
  })

  it('keeps what was written since outside of actions', () => {
    library.act(step('made'), 1, (db) => addCard(db, 'a', 'one'))
    library.act(step('renamed'), 2, (db) => updateCardText(db, 'a' as CardId, 'two', 'back', 2))
    library.write((db) => updateCardMemory(db, 'a' as CardId, { ...newMemory(1), stability: 0.1 + 0.2 }, 3))
    library.undoNow(4, nothing)
    expect(rows()).toEqual([{ id: 'a', front: 'one', stability: 0.1 + 0.2, tags: null }])
  })

  it('brings numbers back to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 36500, noNaN: true }), (stability) => {
        library.act(step('made'), 1, (db) => addCard(db, 'n', 'one'))
        library.write((db) => updateCardMemory(db, 'n' as CardId, { ...newMemory(1), stability }, 1))
        library.act(step('answered'), 2, (db) =>
          updateCardMemory(db, 'n' as CardId, { ...newMemory(1), stability: 5 }, 2),
        )
        library.undoNow(3, nothing)
        const back = library.read.prepare("SELECT stability FROM card WHERE id = 'n'").pluck().get()
        library.write((db) => db.prepare("DELETE FROM card WHERE id = 'n'").run())
        expect(back).toBe(stability)
      }),
    )
  })

  it('forgets what could be redone once something else is done, but not for an action that changes nothing', async () => {
    library.act(step('made'), 1, (db) => addCard(db, 'a', 'one'))
    library.undoNow(2, nothing)
    library.act(step('idle'), 3, () => {})
    expect(library.findRedo()?.label).toBe('made')
    library.act(step('other'), 4, (db) => addCard(db, 'b', 'two'))
    expect(library.findRedo()).toBeNull()
    expect(await library.redo(5, nothing)).toBeNull()
  })

  it('leaves neither the action nor its changes when the work throws', () => {
    expect(() =>
      library.act(step('broken'), 1, (db) => {
        addCard(db, 'a', 'one')
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(rows()).toEqual([])
    expect(library.findUndo()).toBeNull()
    library.act(step('next'), 2, (db) => addCard(db, 'b', 'two'))
    expect(library.undoNow(3, nothing)?.label).toBe('next')
    expect(rows()).toEqual([])
  })
})

describe('Library.actInParts', () => {
  const MANY = 1500
  const many = function* (name = 'card') {
    for (let at = 0; at < MANY; at++)
      yield (db: WriteHandle) => {
        addCard(db, `${name} ${at}`, `front ${at}`)
        putTags(db, 'card', `${name} ${at}`, [`tag ${at % 7}`], 1)
      }
  }
  const run = async (parts: Iterable<(db: WriteHandle) => void>) => {
    let turns = 0
    for await (const _ of library.actInParts(step('many'), 1, parts, nothing)) turns++
    return turns
  }
  const count = () => library.read.prepare('SELECT count(*) FROM card WHERE deleted_at_ms IS NULL').pluck().get()
  const traces = () => library.read.prepare('SELECT count(*) FROM action_change').pluck().get()

  it('is one step, done in several transactions, taken back and done again in several', async () => {
    library.act(step('before'), 1, (db) => addCard(db, 'a', 'one'))
    expect(await run(many())).toBeGreaterThan(1)
    const after = rows()
    expect(library.findUndo()?.label).toBe('many')
    expect((await library.undo(2, nothing))?.label).toBe('many')
    expect(count()).toBe(1)
    expect(library.findUndo()?.label).toBe('before')
    expect((await library.redo(3, nothing))?.label).toBe('many')
    expect(rows()).toEqual(after)
  })

  it('leaves nothing when whoever reads it goes away, or a part throws', async () => {
    for await (const _ of library.actInParts(step('many'), 1, many(), nothing)) break
    expect([count(), library.findUndo()]).toEqual([0, null])
    const others = traces()
    const broken = function* () {
      yield* many('other')
      throw new Error('no')
    }
    await expect(run(broken())).rejects.toThrow('no')
    expect([count(), traces(), others, library.findUndo()]).toEqual([0, 0, 0, null])
  })

  it('takes back two steps in the order they were done, however fast they are asked for', async () => {
    await run(many())
    library.act(step('change'), 2, (db) => updateCardText(db, 'card 0' as CardId, 'changed', 'back', 2))
    const steps = await Promise.all([library.undo(3, nothing), library.undo(4, nothing), library.undo(5, nothing)])
    expect(steps.map((one) => one?.label)).toEqual(['change', 'many', undefined])
    expect(count()).toBe(0)
  })

  it('leaves nothing when the disk is full, if need be once there is room again', async () => {
    const pages = Number(library.read.prepare('PRAGMA page_count').pluck().get())
    library.read.prepare(`PRAGMA max_page_count = ${pages + 40}`).get()
    await expect(run(many())).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    library.read.prepare('PRAGMA max_page_count = 1000000').get()
    library.finishTurns(2, nothing)
    expect([count(), traces(), library.findUndo()]).toEqual([0, 0, null])
    expect(await run(many())).toBeGreaterThan(1)
  })

  it('is brought to an end after a crash, whichever way it went', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'dossier-parts-'))
    const crashed = async (before: () => Promise<unknown>, during: () => Promise<unknown>) => {
      library.close()
      library = openLibrary(dir, 1)
      await before()
      const going = during()
      await new Promise((resolve) => setImmediate(resolve))
      library.close()
      await going.catch(() => {})
      library = openLibrary(dir, 1)
      library.finishTurns(2, nothing)
      return [count(), library.findUndo()?.label ?? null, library.findRedo()?.label ?? null]
    }
    try {
      const nothingBefore = async () => {}
      expect(await crashed(nothingBefore, () => run(many()))).toEqual([0, null, null])
      expect(
        await crashed(
          () => run(many()),
          () => library.undo(2, nothing),
        ),
      ).toEqual([0, null, 'many'])
      expect(await crashed(nothingBefore, () => library.redo(2, nothing))).toEqual([MANY, 'many', null])
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
})
