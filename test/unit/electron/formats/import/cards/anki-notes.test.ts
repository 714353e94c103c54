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

const DAY_MS = 86_400_000
const twoSided = {
  name: 'Basic',
  isCloze: false,
  fields: ['Front', 'Back'],
  templates: [{ question: '{{Front}}', answer: '{{FrontSide}}<hr id=answer>{{Back}}' }],
}

interface Given {
  readonly fields: string[]
  readonly id?: number
  readonly guid?: string
  readonly answeredAtMs?: number
}

/** What the notes of a collection give that has one note type. */
function readAll(notetype: Omit<AnkiNotetype, 'id'>, given: readonly Given[]) {
  const ids = given.map(({ id }, at) => id ?? at + 1)
  return collectionToNotes(
    {
      createdAtMs: 0,
      notetypes: new Map([[7, { id: 7, ...notetype }]]),
      decks: new Map(),
      notes: given.map(({ fields, guid }, at) => ({
        id: ids[at] ?? 0,
        guid: guid ?? `g${at}`,
        notetypeId: 7,
        tags: [],
        fields,
      })),
      cards: given.map((_, at) => ({ ...card, id: at + 1, noteId: ids[at] ?? 0 })),
      reviews: given.flatMap(({ answeredAtMs }, at) =>
        answeredAtMs === undefined
          ? []
          : [{ id: answeredAtMs, cardId: at + 1, ease: 3, interval: 1, timeMs: 1000, type: 1 }],
      ),
    },
    () => null,
  )
}

/** The one note of a collection whose note type is given. */
function read(notetype: Omit<AnkiNotetype, 'id'>, fields: string[]) {
  return readAll(notetype, [{ fields }]).notes.map(({ kind, isTyped, front, back }) => [kind, isTyped, front, back])
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

  it('whose gaps stand in another field than the first is a cloze, below what its question shows with them', () => {
    const templates = [{ question: '{{Header}}<br>{{cloze:Text}}', answer: '{{cloze:Text}}' }]
    const cloze = { name: 'Gaps', isCloze: true, fields: ['Header', 'Text', 'Extra'], templates }
    expect(read(cloze, ['Rivers', '{{c1::Rhine}} and Elbe', 'Both go north'])).toEqual([
      ['cloze', false, 'Rivers\n\n{{c1::Rhine}} and Elbe', 'Both go north'],
    ])
  })

  it('that makes no card is named by its first words', () => {
    const { notes, leftOut } = readAll(twoSided, [
      { fields: ['Who?', 'Bo Li'] },
      { fields: ['<b>Alone</b>', ''] },
      { fields: ['', '<img src="x.jpg">'], id: 44 },
    ])
    expect(notes.map(({ front }) => front)).toEqual(['Who?'])
    expect(leftOut).toEqual(['Alone', 'Note 44'])
  })

  it('whose parts of a picture are covered makes no card, and a hint stays covered', () => {
    const shapes = '{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4}}'
    const covered = { name: 'Image Occlusion', isCloze: true, fields: ['Occlusion', 'Header'], templates: [] }
    expect(readAll(covered, [{ fields: [shapes, 'Map'] }])).toMatchObject({ notes: [], leftOut: ['Map'] })
    const templates = [{ question: '{{Front}}{{hint:Hint}}', answer: '{{FrontSide}}<hr id=answer>{{Back}}' }]
    const hinted = { name: 'Hinted', isCloze: false, fields: ['Front', 'Hint', 'Back'], templates }
    expect(read(hinted, ['capital of Peru', 'L…', 'Lima'])).toEqual([['basic', false, 'capital of Peru', 'Lima']])
  })

  it('of a moment past this century has none, and an answer of one is no answer', () => {
    const far = 8_700_000_000_000_000
    const { notes } = readAll(twoSided, [
      { fields: ['a', 'b'], id: far },
      { fields: ['c', 'd'], id: 3 * DAY_MS, answeredAtMs: far },
    ])
    expect(notes.map(({ createdAtMs }) => createdAtMs)).toEqual([null, 3 * DAY_MS])
    expect(notes.flatMap(({ cards }) => cards.map(({ schedule }) => schedule?.reviews))).toEqual([[], []])
  })

  it('that shares its name with another one is a note of its own', () => {
    const { notes } = readAll(twoSided, [
      { fields: ['a', 'b'], guid: 'same' },
      { fields: ['c', 'd'], guid: 'same' },
    ])
    expect(notes.map(({ front, guid }) => [front, guid])).toEqual([
      ['a', 'same'],
      ['c', null],
    ])
  })

  it('shows Japanese words as its question shows them, without how they are read', () => {
    const japanese = {
      name: 'Japanese',
      isCloze: false,
      fields: ['Reading', 'Meaning'],
      templates: [
        { question: '{{kanji:Reading}}', answer: '{{FrontSide}}<hr id=answer>{{Meaning}}, {{kana:Reading}}' },
      ],
    }
    const { notes } = readAll(japanese, [{ fields: ['塩[しお]の 道[みち]', 'salt road'] }])
    expect(notes.map(({ front, back }) => [front, back])).toEqual([['塩の道', 'salt road, しおのみち']])
  })
})

describe('a note of Anki with gaps', () => {
  const gaps = {
    name: 'Cloze',
    isCloze: true,
    fields: ['Text', 'Extra'],
    templates: [{ question: '{{cloze:Text}}', answer: '{{cloze:Text}}' }],
  }

  it.each([
    ['{{c1::the old {{c2::salt}} road::what}} led', '{{c1::the old }}{{c2::salt}}{{c1:: road::what}} led'],
    ['{{c1::{{c2::salt}} road}}', '{{c2::salt}}{{c1:: road}}'],
    ['{{c1,2::salt}} and {{c2::road}}', '{{c1::salt}} and {{c2::road}}'],
    ['{{c1::\\frac{1}{2}}} and }} here', '{{c1::\\\\frac{1}{2}}} and }} here'],
  ])('has them one after the other: %s', (field, front) => {
    expect(readAll(gaps, [{ fields: [field, ''] }]).notes.map((note) => note.front)).toEqual([front])
  })
})
