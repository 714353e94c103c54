import type { ArticleNotes } from '#electron/formats/export/article-notes.ts'

/** 16 September 2014, 10:00 UTC. */
export const MARKED_AT_MS = Date.UTC(2014, 8, 16, 10)

const MADE = { createdAtMs: MARKED_AT_MS, updatedAtMs: MARKED_AT_MS }

/** Notes with two marks that overlap, a remark and a card. */
export const NOTES: ArticleNotes = {
  id: '01900000-0000-7000-8000-00000000000a',
  title: 'Harbour: the *talks*',
  source: 'The Daily Example',
  byline: 'Jane Doe',
  publishedOn: '2014-09-15',
  url: 'https://example.org/harbour_(bay)',
  language: 'en',
  tags: ['harbour', 'towns: five'],
  headings: [{ text: "'A long wait'", level: 2, start: 100 }],
  remarks: [{ id: 'r1', note: 'Read with **care**.', tags: ['method'], links: [], ...MADE }],
  marks: [
    {
      id: 'm1',
      start: 120,
      end: 160,
      startCharacter: 120,
      endCharacter: 160,
      prefix: 'before ',
      suffix: ' after',
      quote: 'forty years, said the mayor',
      category: 'Claim',
      note: null,
      tags: [],
      links: [],
      ...MADE,
    },
    {
      id: 'm2',
      start: 10,
      end: 60,
      startCharacter: 10,
      endCharacter: 60,
      prefix: 'before ',
      suffix: ' after',
      quote: 'Five towns have agreed.\n\n1. They pay in thirds_ & <more>.',
      category: 'Key fact',
      note: 'Who pays the *rest*?',
      tags: ['money', 'a, b'],
      links: ['Ada Brandt', 'Harbour *Party*'],
      ...MADE,
    },
    {
      id: 'm3',
      start: 10,
      end: 30,
      startCharacter: 10,
      endCharacter: 30,
      prefix: 'before ',
      suffix: ' after',
      quote: 'Five towns',
      category: 'Question',
      note: null,
      tags: [],
      links: [],
      ...MADE,
    },
  ],
  cards: [
    {
      id: 'c1',
      isCloze: false,
      front: 'How many towns agreed?',
      back: 'Five',
      tags: ['money'],
      quote: 'Five towns have agreed.',
    },
  ],
}
