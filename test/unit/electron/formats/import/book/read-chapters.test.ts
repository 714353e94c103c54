import { describe, expect, it } from 'vitest'
import { epubToDocuments } from '#electron/formats/import/book/epub.ts'
import { makeZip } from '../make-files.ts'

const prose = 'Fog had hidden the light of the harbour for three days, and nobody had seen the mole. '.repeat(5)

const pageOf = (body: string, attributes = '') =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body${attributes}>${body}</body></html>`

interface Parts {
  readonly pages: Readonly<Record<string, string>>
  readonly ncx?: string
  readonly nav?: string
  readonly guide?: string
  readonly aside?: string
}

/** The chapters of a book: each with its title and the first three words of its blocks. */
function chaptersOf({ pages, ncx, nav, guide = '', aside }: Parts) {
  const names = Object.keys(pages)
  const items = names.map((name) => `<item id="${name}" href="${name}" media-type="application/xhtml+xml"/>`)
  const refs = names.map((name) => `<itemref idref="${name}"${name === aside ? ' linear="no"' : ''}/>`)
  if (ncx) items.push('<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>')
  if (nav) items.push('<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>')
  const zip = makeZip({
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>',
    'content.opf': `<package><metadata><title>The Harbour</title></metadata><manifest>${items.join('')}</manifest><spine>${refs.join('')}</spine><guide>${guide}</guide></package>`,
    ...pages,
    ...(ncx ? { 'toc.ncx': `<ncx><navMap>${ncx}</navMap></ncx>` } : {}),
    ...(nav ? { 'nav.xhtml': pageOf(nav) } : {}),
  })
  const read = epubToDocuments(zip, 'x.epub')
  if (read.kind === 'failed') throw new Error(read.code)
  return read.documents.map(({ title, text, blocks }) => [
    title,
    ...blocks.map(({ start, end }) => text.slice(start, end).split(' ').slice(0, 3).join(' ')),
  ])
}

const point = (title: string, src: string, inside = '') =>
  `<navPoint><navLabel><text>${title}</text></navLabel><content src="${src}"/>${inside}</navPoint>`

describe('the chapters of a book', () => {
  it('are told apart in a file that holds several of them', () => {
    const page = pageOf(
      `<h1>The Harbour</h1><div><h2><a id="one"/>I.<br/>Fog</h2><p>First words here. ${prose}</p><h3 id="part">A part</h3><p>More of it. ${prose}</p></div><h2 id="two">Mole</h2><p>Second words here. ${prose}</p><p/>`,
    )
    const ncx =
      point('I. Fog', 'a%20b.xhtml#one', point('A part', 'a%20b.xhtml#part')) + point('Mole', 'a%20b.xhtml#two')
    expect(chaptersOf({ pages: { 'a b.xhtml': page }, ncx })).toEqual([
      ['The Harbour', 'The Harbour'],
      ['I. Fog', 'First words here.', 'A part', 'More of it.'],
      ['Mole', 'Second words here.'],
    ])
  })

  it('are put together from files that the contents do not name', () => {
    const pages = {
      'a.html': pageOf(`<h2>Fog</h2><p>First words here. ${prose}</p>`),
      'a_split.html': pageOf(`<p>It goes on. ${prose}</p>`),
      'b.html': pageOf(`<h2>Mole</h2><p>Second words here. ${prose}</p>`),
      'notes.html': pageOf('<p>1. A note.</p>'),
    }
    expect(chaptersOf({ pages, ncx: point('Fog', 'a.html') + point('Mole', 'b.html'), aside: 'notes.html' })).toEqual([
      ['Fog', 'First words here.', 'It goes on.'],
      ['Mole', 'Second words here.', '1. A note.'],
    ])
  })

  it('are no covers, title pages or contents, and are not named by landmarks or page numbers', () => {
    const pages = {
      'cover.xhtml': pageOf('<section epub:type="cover"><p>The Harbour</p></section>'),
      'title.xhtml': pageOf('<h1>The Harbour</h1><p>Ada Wren</p>'),
      'guide.xhtml': pageOf('<h1>Contents</h1>'),
      'a.xhtml': pageOf(`<h1>The Fog</h1><p>First words here. ${prose}</p>`),
    }
    const nav =
      '<nav epub:type="landmarks"><ol><li><a epub:type="titlepage" href="title.xhtml">Title</a></li><li><a epub:type="bodymatter" href="a.xhtml">Start</a></li></ol></nav><nav epub:type="page-list"><ol><li><a href="a.xhtml#p5">5</a></li></ol></nav><nav epub:type="toc"><ol><li><a href="cover.xhtml">Cover</a></li><li><span>One</span><ol><li><a href="a.xhtml">The <i>Fog</i></a></li></ol></li></ol></nav>'
    const guide = '<reference type="toc" href="guide.xhtml"/>'
    expect(chaptersOf({ pages, nav, guide })).toEqual([['The Fog', 'First words here.']])
  })

  it('are cut below the one name of a long file, and not of a short one', () => {
    const pageWith = (times: number) =>
      pageOf(
        `<h1 id="p">Part one</h1><h2 id="a">Fog</h2><p>First words here. ${prose.repeat(times)}</p><h2 id="b">Mole</h2><p>Second words here. ${prose}</p>`,
      )
    const ncx = point('Part one', 'a.xhtml#p', point('Fog', 'a.xhtml#a') + point('Mole', 'a.xhtml#b'))
    const titles = (times: number) => chaptersOf({ pages: { 'a.xhtml': pageWith(times) }, ncx }).map(([title]) => title)
    expect(titles(1)).toEqual(['Part one'])
    expect(titles(80)).toEqual(['Part one', 'Fog', 'Mole'])
  })

  it('hold marks of notes apart from their words, and no arrows back', () => {
    const page = pageOf(
      `<h1>Fog</h1><p>Said<a epub:type="noteref" href="#n1">1</a> so<a role="doc-noteref" href="#n2">*</a>. ${prose}</p><figure><img src="x.jpg" alt=""/><figcaption aria-hidden="true">The mole</figcaption></figure><aside id="n1"><p>1 Indeed. <a href="#r1">↩︎</a></p></aside>`,
    )
    expect(chaptersOf({ pages: { 'a.xhtml': page }, ncx: point('Fog', 'a.xhtml') })).toEqual([
      ['Fog', 'Said[1] so[*]. Fog', 'The mole', '1 Indeed.'],
    ])
  })
})
