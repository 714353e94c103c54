import { expect, it } from 'vitest'
import { marksToMarkdown } from '#shared/text/marks-markdown.ts'

it('writes marks under their articles, with quotes that read as their words', () => {
  const mark = {
    articleTitle: 'Fire in Lenz',
    category: 'Claim',
    tags: ['harbour'],
    links: ['Ada Brandt'],
    note: 'ask *them*',
  }
  const text = marksToMarkdown([
    { ...mark, quote: '*two* stores\n\nand a quay' },
    { ...mark, articleTitle: 'مرفأ', quote: 'قال الوزير', tags: [], links: [], note: '' },
    { ...mark, quote: '', tags: [], links: [] },
  ])
  expect(text).toBe(
    [
      '## Fire in Lenz',
      '> \\*two\\* stores\n>\n> and a quay',
      'Claim · Ada Brandt · #harbour',
      'ask *them*',
      'ask *them*',
      '## مرفأ',
      '> قال الوزير',
      'Claim\n',
    ].join('\n\n'),
  )
})
