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

describe('markdownToDocument, of what programs write', () => {
  it('reads a head in TOML, as far as its first table', () => {
    const head = `+++\ntitle = "Salt \\"&\\" silver"\ndate = 2021-03-04T05:06:07+01:00\nauthors = [\n  "Maren Voss", 'Jo Lind',\n]\n[params]\ntitle = "No"\n+++\nBody.`
    expect(markdownToDocument(head, null)).toMatchObject({
      title: 'Salt "&" silver',
      publishedOn: '2021-03-04',
      byline: 'Maren Voss, Jo Lind',
      text: 'Body.',
    })
  })

  it('reads a head of YAML whose values hold what they may not, line by line', () => {
    const head = '---\ntitle: Salt: a history\nauthor: "[[people/voss|Maren Voss]]"\ndate: 2021-03-04 10:00\n---\nBody.'
    expect(markdownToDocument(head, null)).toMatchObject({
      title: 'Salt: a history',
      byline: 'Maren Voss',
      publishedOn: '2021-03-04',
      text: 'Body.',
    })
  })

  it('takes an address given as the source for the address, and names out of lists of people', () => {
    const head = '---\nsource: https://a.example/x\nauthor:\n  - name: Maren Voss\n  - Jo Lind\n---\nBody.'
    expect(markdownToDocument(head, null)).toMatchObject({
      source: null,
      url: 'https://a.example/x',
      byline: 'Maren Voss, Jo Lind',
    })
  })

  it('reads the rows of tables, footnotes, tasks and callouts', () => {
    const markdown = `| Year | *Salt* |
|------|-----:|
| 1700 | 12 \\| t |
| 1800 | |

A claim.[^1] Another.[^why]

[^1]: Ibid.
[^why]: A note
    on two lines.

- [x] done
- [ ] to do

> [!quote]- A title
> Its words.
`
    expect(outline(`# T\n\n${markdown}`)).toEqual([
      'list-item: Year · Salt',
      'list-item: 1700 · 12 | t',
      'list-item: 1800',
      'paragraph: A claim.[1] Another.[why]',
      'list-item: [1] Ibid.',
      'list-item: [why] A note on two lines.',
      'list-item: done',
      'list-item: to do',
      'quote: A title',
      'quote: Its words.',
    ])
  })

  it('leaves comments, shortcodes and ids of blocks, but nothing of code or of numbers', () => {
    const markdown =
      'Words <!-- a\nb --> here. %%note%% ^abc-1\n\n{{< figure src="x.png" >}}{% include y.html %}\n\nFrom 50%% to 60%% of x ^2\n\n```\n<!-- kept --> %%kept%% ^kept\n```\n\n<!-- open'
    expect(outline(markdown)).toEqual([
      'paragraph: Words here.',
      'paragraph: From 50%% to 60%% of x ^2',
      'code: <!-- kept --> %%kept%% ^kept',
      'paragraph: <!-- open',
    ])
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
    ['[[Salt Road]], [[a/b#Part|the road]], [[#Part]], ![[x.png]]', 'Salt Road, the road, Part, '],
    ['[words][ref] and [more][] but [not] this', 'words and more but [not] this'],
    ['==marked== and a == b', 'marked and a == b'],
    ['H<sub>2</sub>O <u class="x">under</u><br/>a < b > c <T>', 'H2O under a < b > c <T>'],
    ['&mdash; &eacute; &#8212; &#x41; &nosuch; AT&T', '— é — A &nosuch; AT&T'],
  ])('reads %s', (markdown, text) => {
    expect(inlineToText(markdown)).toBe(text)
  })
})
