import { describe, expect, it } from 'vitest'
import { collectionToNotes } from '#electron/formats/import/cards/anki-notes.ts'
import type { AnkiNotetype, StoredAnkiCard } from '#shared/domain/anki-collection.ts'

const card: StoredAnkiCard = {
  id: 1,
  noteId: 1,
  ordinal: 0,
  type: 0,
  queue: 0,
  due: 0,
  originalDue: 0,
  isFiltered: false,
  deckId: 1,
  intervalDays: 0,
  factor: 0,
  reps: 0,
  lapses: 0,
  stability: null,
  difficulty: null,
}

/** The one note of a collection whose note type is given. */
function read(notetype: Omit<AnkiNotetype, 'id'>, fields: string[]) {
  const notes = collectionToNotes(
    {
      createdAtMs: 0,
      notetypes: new Map([[7, { id: 7, ...notetype }]]),
      decks: new Map(),
      notes: [{ id: 1, guid: 'g', notetypeId: 7, tags: [], fields }],
      cards: [card],
      reviews: [],
    },
    () => null,
  )
  return notes.map(({ kind, isTyped, front, back }) => [kind, isTyped, front, back])
}

describe('a note of Anki', () => {
  it('whose answer is typed is a card to type on, with that answer on its back', () => {
    const templates = [
      { question: '{{Front}}\n\n{{type:Back}}', answer: '{{Front}}\n\n<hr id=answer>\n\n{{type:Back}}' },
    ]
    const typed = { name: 'Basic (type in the answer)', isCloze: false, fields: ['Front', 'Back'], templates }
    expect(read(typed, ['capital of Peru', 'Lima'])).toEqual([['basic', true, 'capital of Peru', 'Lima']])
  })

  it('that went out from here comes back without the line that names its source', () => {
    const source = '{{#Source}}<div class="source">{{Source}}</div>{{/Source}}'
    const templates = [{ question: '{{Front}}', answer: `{{FrontSide}}<hr id=answer>{{Back}}${source}` }]
    const basic = { name: 'Dossier', isCloze: false, fields: ['Front', 'Back', 'Source'], templates }
    expect(read(basic, ['Who?', 'Bo Li', 'Dam talks, River Post'])).toEqual([['basic', false, 'Who?', 'Bo Li']])
    const cloze = { name: 'Dossier cloze', isCloze: true, fields: ['Text', 'Back Extra', 'Source'], templates: [] }
    expect(read(cloze, ['{{c1::Bo Li}} came', '', 'Dam talks'])).toEqual([['cloze', false, '{{c1::Bo Li}} came', '']])
  })

  it('of another program keeps a field that is called source', () => {
    const templates = [{ question: '{{Front}}', answer: '{{FrontSide}}<hr id=answer>{{Back}}<br>{{Source}}' }]
    const other = { name: 'History', isCloze: false, fields: ['Front', 'Back', 'Source'], templates }
    expect(read(other, ['Who?', 'Bo Li', 'Annals'])).toEqual([['basic', false, 'Who?', 'Bo Li  \nAnnals']])
  })
})
