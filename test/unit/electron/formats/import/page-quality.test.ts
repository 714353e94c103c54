import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { webPageToDocument } from '#electron/formats/import/html/web-page.ts'

interface Page {
  readonly name: string
  readonly html: string
  readonly title: string
  readonly byline: string | null
  readonly day: string | null
  /** What stands on the page and is no part of the article. */
  readonly furniture: readonly string[]
}

const body = [
  'The council of Lindow voted on Monday to buy back the harbour railway, twenty years after it was sold to pay for a school.',
  'Nine of fifteen members were in favour, the mayor among them, after a debate that went on until midnight and was watched by some two hundred people in the hall.',
  '“We sold it for the price of a roof,” said Ada Wren, who has led the campaign since 2011. “We buy it back for the price of a street.”',
  'The line carries no passengers today. Grain is moved on it in autumn, about 40 trains in a good year, and the bridge at Marrick has to be renewed before anything else can run.',
  'A study paid for by the county found that 1,200 people a day would use the line. Those against it doubt that, and say that the buses are half empty as it is.',
]
const paragraphs = body.map((text) => `<p>${text}</p>`).join('\n')
const menu =
  '<nav><ul><li><a href="/">Front page</a></li><li><a href="/sport">Sport today</a></li><li><a href="/weather">Weather</a></li></ul></nav>'
const foot = '<footer><p>Copyright Lindow Post Ltd. All rights reserved.</p><a href="/terms">Terms of use</a></footer>'

const pages: readonly Page[] = [
  {
    name: 'a page with JSON-LD about itself',
    html: `<!doctype html><html lang="en"><head><title>Council buys railway back | Lindow Post</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Council buys the harbour railway back","author":{"@type":"Person","name":"Karl Korn"},"datePublished":"2021-03-09T06:00:00Z","publisher":{"name":"Lindow Post"}}</script></head>
<body>${menu}<main><article><h1>Council buys the harbour railway back</h1><p class="byline">By Karl Korn</p>${paragraphs}</article>
<aside><h2>Most read</h2><ol><li><a href="/a">Ferry runs late again</a></li><li><a href="/b">Bread costs more</a></li></ol></aside></main>${foot}</body></html>`,
    title: 'Council buys the harbour railway back',
    byline: 'Karl Korn',
    day: '2021-03-09',
    furniture: ['Sport today', 'Ferry runs late again', 'All rights reserved', 'Terms of use'],
  },
  {
    name: 'a page with Open Graph alone',
    html: `<!doctype html><html><head><title>Harbour railway - Marrick Gazette</title><meta property="og:title" content="Lindow votes for its railway"><meta property="article:published_time" content="2021-03-10"><meta name="author" content="Eva Lund"><meta property="og:site_name" content="Marrick Gazette"></head>
<body><header>${menu}</header><div id="content"><h1>Lindow votes for its railway</h1><div class="story">${paragraphs}</div><div class="share"><a href="#">Share this story</a> <a href="#">Print it</a></div></div>
<section class="comments"><h3>Comments</h3><p>Nonsense, says a reader who has much to say on this and on other things, as everyone here knows.</p></section>${foot}</body></html>`,
    title: 'Lindow votes for its railway',
    byline: 'Eva Lund',
    day: '2021-03-10',
    furniture: ['Sport today', 'Share this story', 'All rights reserved'],
  },
  {
    name: 'a blog without any data, its text in divisions',
    html: `<html><head><title>On buying back a railway</title></head><body><div class="menu">${menu}</div><div class="post"><h2 class="post-title">On buying back a railway</h2><div class="entry">${body.map((text) => `<div>${text}<br><br></div>`).join('')}</div></div><div class="sidebar"><p>About me: I walk along disused railways and write about them.</p></div></body></html>`,
    title: 'On buying back a railway',
    byline: null,
    day: null,
    furniture: ['Sport today'],
  },
  {
    name: 'a page with a picture, a table, a list and a footnote',
    html: `<!doctype html><html><head><title>The railway in figures</title><meta name="author" content="Karl Korn"><meta name="date" content="2021-03-12"></head><body>${menu}<article><h1>The railway in figures</h1><figure><img src="x.jpg"><figcaption>The bridge at Marrick, closed since 2009.</figcaption></figure>${paragraphs}
<table><caption>Trains a year</caption><tr><th>Year</th><th>Trains</th></tr><tr><td>2019</td><td>41</td></tr></table>
<blockquote><p>It never ran on time.</p><footer>Bo Hale, stoker</footer></blockquote><ul><li>The bridge costs four million and weighs 10<sup>6</sup> kg.</li></ul><p>The loan runs for thirty years.<sup><a href="#n1">1</a></sup></p><ol><li id="n1">At 1.2 per cent.</li></ol></article>${foot}</body></html>`,
    title: 'The railway in figures',
    byline: 'Karl Korn',
    day: '2021-03-12',
    furniture: ['Sport today', 'Terms of use'],
  },
]

const words = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('the article of a page', () => {
  it.each(pages)('has its title, author and day, no furniture, and every paragraph: $name', (page) => {
    const read = webPageToDocument(page.html, null)
    expect([read.title, read.byline, read.publishedOn]).toEqual([page.title, page.byline, page.day])
    for (const text of page.furniture) expect(read.text).not.toContain(text)
    for (const text of body) expect(words(read.text)).toContain(text)
  })

  it.each(pages)('loses no paragraph that Readability finds: $name', (page) => {
    const read = words(webPageToDocument(page.html, null).text)
    const { document } = parseHTML(page.html)
    const found = new Readability<Element>(document, { serializer: (node: Node) => node as Element }).parse()?.content
    const lost = [...(found?.querySelectorAll('p') ?? [])]
      .map((paragraph) => words(paragraph.textContent ?? ''))
      .filter((text) => text.length > 40 && !read.includes(text.replace(/1$/, '')))
    expect(lost).toEqual([])
  })

  it('keeps captions, rows of tables, lists and what footnotes say', () => {
    const { text, blocks } = webPageToDocument(pages[3]?.html ?? '', null)
    const kinds = blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])
    expect(kinds).toContainEqual(['caption', 'The bridge at Marrick, closed since 2009.'])
    expect(kinds).toContainEqual(['list-item', '2019 · 41'])
    expect(kinds).toContainEqual(['list-item', 'The bridge costs four million and weighs 10⁶ kg.'])
    expect(kinds).toContainEqual(['quote', 'Bo Hale, stoker'])
    expect(text).toContain('thirty years.[1]')
    expect(text).toContain('At 1.2 per cent.')
  })
})
