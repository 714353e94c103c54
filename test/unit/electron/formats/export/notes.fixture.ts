import type { ArticleNotes } from '#electron/formats/export/article-notes.ts'

/** 16 September 2014, 10:00 UTC. */
export const MARKED_AT_MS = Date.UTC(2014, 8, 16, 10)

/** Notes with two marks that overlap, a remark and a card. */
export const NOTES: ArticleNotes = {
  title: 'Harbour: the *talks*',
  source: 'The Daily Example',
  byline: 'Jane Doe',
  publishedOn: '2014-09-15',
  url: 'https://example.org/harbour_(bay)',
  language: 'en',
  tags: ['harbour', 'towns: five'],
  headings: [{ text: "'A long wait'", level: 2, start: 100 }],
  remarks: [{ note: 'Read with **care**.', tags: ['method'], createdAtMs: MARKED_AT_MS }],
  marks: [
    {
      start: 120,
      end: 160,
      quote: 'forty years, said the mayor',
      category: 'Claim',
      note: null,
      tags: [],
      createdAtMs: MARKED_AT_MS,
    },
    {
      start: 10,
      end: 60,
      quote: 'Five towns have agreed.\n\n1. They pay in thirds_ & <more>.',
      category: 'Key fact',
      note: 'Who pays the *rest*?',
      tags: ['money', 'a, b'],
      createdAtMs: MARKED_AT_MS,
    },
    {
      start: 10,
      end: 30,
      quote: 'Five towns',
      category: 'Question',
      note: null,
      tags: [],
      createdAtMs: MARKED_AT_MS,
    },
  ],
  cards: [{ front: 'How many towns agreed?', back: 'Five', tags: ['money'], quote: 'Five towns have agreed.' }],
}
