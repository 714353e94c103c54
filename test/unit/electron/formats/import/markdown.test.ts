import { describe, expect, it } from 'vitest'
import { markdownToDocument } from '#electron/formats/import/markdown.ts'
import { inlineToText } from '#electron/formats/import/markdown-inline.ts'

function outline(markdown: string): string[] {
  const { text, blocks } = markdownToDocument(markdown, null)
  return blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`)
}

describe('markdownToDocument', () => {
  it('reads the front matter', () => {
    const markdown = `---
title: "Harbour: the talks"
date: 2011-05-03
source: The Daily Example
author: [Jane Doe, John Roe]
url: https://example.org/harbour
language: en
---

# Harbour: the talks

Five towns met.
`
    expect(markdownToDocument(markdown, 'x.md')).toEqual({
      title: 'Harbour: the talks',
      text: 'Five towns met.',
      blocks: [{ kind: 'paragraph', start: 0, end: 15 }],
      source: 'The Daily Example',
      byline: 'Jane Doe, John Roe',
      publishedOn: '2011-05-03',
      url: 'https://example.org/harbour',
      language: 'en',
    })
  })

  it('keeps a head that is no mapping, or that never ends, as text', () => {
    expect(outline('---\njust words\n---\n## more')).toEqual(['heading2: more'])
    expect(markdownToDocument('---\njust words\n---\nmore', null).title).toBe('just words')
    expect(outline('---\ntitle: x\n\nwords')).toEqual(['paragraph: title: x', 'paragraph: words'])
    expect(outline('---\n{ a: [\n---\n')).toEqual(['heading2: { a: ['])
  })

  it('reads headings, paragraphs, quotes, lists, pictures and code', () => {
    const markdown = `First words
on two lines.

## A heading ##
Text at once.

Older style
-----------

> One quote
> on two lines
>
> Another one
After it.

- an item
  that goes on
* another
3) a third

![A ferry](ferry.png)

\`\`\`ts
const a = 1

  const b = *2*
\`\`\`

***

[ref]: https://example.org
`
    expect(outline(markdown)).toEqual([
      'paragraph: First words on two lines.',
      'heading2: A heading',
      'paragraph: Text at once.',
      'heading2: Older style',
      'quote: One quote on two lines',
      'quote: Another one',
      'paragraph: After it.',
      'list-item: an item that goes on',
      'list-item: another',
      'list-item: 3) a third',
      'caption: A ferry',
      'code: const a = 1\n\n  const b = *2*',
    ])
  })

  it('takes a first heading for the title and says it once', () => {
    expect(markdownToDocument('## Ferries\n\nThey float.', 'x.md')).toMatchObject({
      title: 'Ferries',
      text: 'They float.',
    })
    expect(markdownToDocument('# Ferries', 'x.md')).toMatchObject({ title: 'Ferries', text: 'Ferries' })
    expect(markdownToDocument('They float. They sink.', 'x.md')).toMatchObject({ title: 'They float' })
  })
})

describe('inlineToText', () => {
  it.each([
    ['**strong** and _weak_ and ***both***', 'strong and weak and both'],
    ['a [link *with* marks](https://example.org/a_(b) "title") here', 'a link with marks here'],
    ['`a * b` and ``a ` b``', 'a * b and a ` b'],
    ['5 * 3 and 2 * 4', '5 * 3 and 2 * 4'],
    ['a_file_name and *open', 'a_file_name and *open'],
    [String.raw`\*not\* \[a\]\(b\) \_c\_ \# \> \\`, String.raw`*not* [a](b) _c_ # > \ `.trim()],
    ['<https://example.org> &amp; &lt;b&gt;', 'https://example.org & <b>'],
    ['~~gone~~ ![alt](x.png)', 'gone alt'],
  ])('reads %s', (markdown, text) => {
    expect(inlineToText(markdown)).toBe(text)
  })
})
