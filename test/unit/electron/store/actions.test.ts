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
  it('takes back an insert, an update and its tags in one step, and does them again', () => {
    library.act(step('first'), 1, (db) => addCard(db, 'a', 'one'))
    const before = rows()
    library.act(step('second'), 2, (db) => {
      addCard(db, 'b', 'two')
      updateCardText(db, 'a' as CardId, 'changed', 'back', 2)
      putTags(db, 'card', 'a', ['x', 'y'], 2)
    })
    const after = rows()
    expect(library.undo(3, nothing)).toEqual({ ...step('second') })
    expect(rows()).toEqual(before)
    expect(library.findRedo()?.label).toBe('second')
    library.redo(4, nothing)
    expect(rows()).toEqual(after)
  })

  it('keeps what was written since outside of actions', () => {
    library.act(step('made'), 1, (db) => addCard(db, 'a', 'one'))
    library.act(step('renamed'), 2, (db) => updateCardText(db, 'a' as CardId, 'two', 'back', 2))
    library.write((db) => updateCardMemory(db, 'a' as CardId, { ...newMemory(1), stability: 0.1 + 0.2 }, 3))
    library.undo(4, nothing)
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
        library.undo(3, nothing)
        const back = library.read.prepare("SELECT stability FROM card WHERE id = 'n'").pluck().get()
        library.write((db) => db.prepare("DELETE FROM card WHERE id = 'n'").run())
        expect(back).toBe(stability)
      }),
    )
  })

  it('forgets what could be redone once something else is done, but not for an action that changes nothing', () => {
    library.act(step('made'), 1, (db) => addCard(db, 'a', 'one'))
    library.undo(2, nothing)
    library.act(step('idle'), 3, () => {})
    expect(library.findRedo()?.label).toBe('made')
    library.act(step('other'), 4, (db) => addCard(db, 'b', 'two'))
    expect(library.findRedo()).toBeNull()
    expect(library.redo(5, nothing)).toBeNull()
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
    expect(library.undo(3, nothing)?.label).toBe('next')
    expect(rows()).toEqual([])
  })
})
