import { expect, it } from 'vitest'
import { marksToMarkdown } from '#shared/text/marks-markdown.ts'

it('writes marks under their articles, with quotes that read as their words', () => {
  const origin = {
    title: 'Fire in Lenz',
    source: 'The Lenz Post',
    byline: null,
    publishedOn: '2026-01-04',
    url: 'https://lenz.example/fire',
  }
  const mark = {
    articleId: 'a1',
    origin,
    category: 'Claim',
    tags: ['harbour'],
    links: ['Ada Brandt'],
    note: 'ask *them*',
  }
  const text = marksToMarkdown([
    { ...mark, quote: '*two* stores\n\nand a quay' },
    {
      ...mark,
      articleId: 'a2',
      origin: { ...origin, title: 'مرفأ', source: null, publishedOn: null, url: null },
      quote: 'قال الوزير',
      tags: [],
      links: [],
      note: '',
    },
    { ...mark, quote: '', tags: [], links: [] },
  ])
  expect(text).toBe(
    [
      '## Fire in Lenz',
      '> \\*two\\* stores\n>\n> and a quay\n>\n> — [*Fire in Lenz*](<https://lenz.example/fire>), The Lenz Post, 4 January 2026',
      'Claim · Ada Brandt · #harbour',
      'ask *them*',
      'ask *them*',
      '## مرفأ',
      '> قال الوزير\n>\n> — *مرفأ*, source not stated, undated',
      'Claim\n',
    ].join('\n\n'),
  )
})
