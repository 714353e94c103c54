import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePage } from '#electron/formats/import/html/decode-page.ts'
import { webPageToDocument } from '#electron/formats/import/html/web-page.ts'
import { bytesOf } from './make-files.ts'

const sentence = 'The ministers of the three states met in the old town hall, as they had done in the spring. '
const prose = sentence.repeat(6).trim()

const page = `<!doctype html><html lang="en-GB"><head>
<title>Dam talks end without a deal | River Post</title>
<meta property="og:site_name" content="River Post">
<link rel="canonical" href="https://river.example/dam">
<script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"x"},{"@type":"NewsArticle","headline":"Dam talks end without a deal","author":[{"name":"Ana Cole"},{"name":"Bo Li"}],"datePublished":"2014-09-15T10:00:00Z"}]}</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="cookie-banner" aria-hidden="true">We use cookies</div>
<article><h1>Dam talks end without a deal</h1>
<p>${prose}</p>
<figure><img src="x.jpg" alt="dam"><figcaption>The dam, seen from the north</figcaption></figure>
<h2>What now</h2>
<p>Ministers<sup><a href="#n1">1</a></sup> said <em>the</em> river would be <a href="javascript:steal()" onclick="steal()">shared</a>. ${prose}</p>
<blockquote><p>We will be back.</p><p>And soon.</p></blockquote>
<ol start="3"><li>One thing</li><li><p>Another</p></li></ol>
<table><caption>Shares</caption><tr><th>State</th><th>Share</th></tr><tr><td>North</td><td>40 %</td></tr></table>
<pre>a  b
c</pre>
</article>
<footer>Copyright River Post. All rights reserved.</footer><script>steal()</script></body></html>`

describe('webPageToDocument', () => {
  it('keeps the article and what the page says of it, and none of its furniture or code', () => {
    const { text, blocks, ...facts } = webPageToDocument(page, 'dam.html')
    expect(facts).toEqual({
      title: 'Dam talks end without a deal',
      source: 'River Post',
      byline: 'Ana Cole, Bo Li',
      publishedOn: '2014-09-15',
      url: 'https://river.example/dam',
      language: 'en-GB',
    })
    expect(blocks.map(({ kind, level, start, end }) => [kind, level ?? 0, text.slice(start, end)])).toEqual([
      ['paragraph', 0, prose],
      ['caption', 0, 'The dam, seen from the north'],
      ['heading', 2, 'What now'],
      ['paragraph', 0, `Ministers[1] said the river would be shared. ${prose}`],
      ['quote', 0, 'We will be back.'],
      ['quote', 0, 'And soon.'],
      ['list-item', 0, '3. One thing'],
      ['list-item', 0, '4. Another'],
      ['caption', 0, 'Shares'],
      ['list-item', 0, 'State · Share'],
      ['list-item', 0, 'North · 40 %'],
      ['code', 0, 'a  b\nc'],
    ])
  })

  it('keeps all the words of a page that is too short to have a main text', () => {
    expect(webPageToDocument('<h1>Hello</h1><p>One.<p>Two.<br><br>Three.', null)).toMatchObject({
      title: 'Hello',
      text: 'One.\n\nTwo.\n\nThree.',
    })
  })

  it('gives no address but of the web, and no name that is an address', () => {
    const hostile =
      '<link rel="canonical" href="javascript:alert(1)"><meta name="author" content="https://x.example/me"><p>Words</p>'
    expect(webPageToDocument(hostile, null)).toMatchObject({ url: null, byline: null })
  })

  it('takes the address a browser noted when it saved the page', () => {
    const saved =
      '<!doctype html>\n<!-- saved from url=(0029)https://river.example/saved/1 -->\n<html><body><p>Words</p></body></html>'
    expect(webPageToDocument(saved, null).url).toBe('https://river.example/saved/1')
  })

  it.each([
    ['elements nested without end', '<div>'.repeat(20_000) + sentence],
    ['lists nested without end', '<ul><li>'.repeat(8_000) + sentence],
    ['tables nested without end', `${'<table><tr><td>'.repeat(8_000)}${sentence}`],
    ['a script that never ends', `<p>${sentence}</p><script>${'<script>'.repeat(50_000)}`],
    ['comments that never end', `<p>${sentence}</p>${'<!--'.repeat(50_000)}`],
    ['attributes that never end', `<p>${sentence}</p><a ${'x="'.repeat(100_000)}`],
    ['one line of five million characters', sentence.repeat(54_000)],
  ])('reads %s as harmless text, soon', (_name, html) => {
    expect(webPageToDocument(html, 'x.html').text).toContain('old town hall')
  })

  it('tiles its text with blocks for any page', () => {
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<ul>',
      '<li>',
      '<h2>',
      '</h2>',
      '<table>',
      '<td>',
      '<br>',
      '<blockquote>',
      '<pre>',
      '</pre>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<',
      '>',
      '&amp;',
      '&#0;',
      '\ud800',
      ' ',
      '\n',
      'word',
      sentence,
    )
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 40 }), (parts) => {
        const { text, blocks } = webPageToDocument(parts.join(''), null)
        expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text)
        expect(text.isWellFormed()).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('decodePage', () => {
  it('goes by what the page says of its encoding, else by its bytes', () => {
    const latin = Uint8Array.from('<meta charset="iso-8859-1"><p>caf\u00e9', (character) => character.charCodeAt(0))
    expect(decodePage(latin)).toContain('café')
    expect(decodePage(latin.subarray(27))).toContain('café')
    expect(decodePage(bytesOf('<meta charset="no-such-thing"><p>café'))).toContain('café')
    expect(decodePage(Uint8Array.from([0xff, 0xfe, 0x68, 0, 0x69, 0]))).toBe('hi')
  })
})
