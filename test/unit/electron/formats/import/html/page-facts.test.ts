import { describe, expect, it } from 'vitest'
import { webPageToDocument } from '#electron/formats/import/html/web-page.ts'

const prose = 'The ministers of the three states met in the old town hall, as they had done in the spring. '.repeat(8)

const page = (head: string, body: string, root = '') =>
  `<!doctype html><html${root}><head>${head}</head><body>${body}<article><p>${prose}</p><p>${prose}</p></article></body></html>`

const factsOf = (html: string) => {
  const { title, byline, publishedOn, source, language } = webPageToDocument(html, 'x.html')
  return { title, byline, publishedOn, source, language }
}

describe('the title of a page', () => {
  it.each([
    ['the site after it', 'Dam talks end | River Post', '<meta property="og:site_name" content="River Post">', ''],
    ['the site before it', 'River Post: Dam talks end', '<meta property="og:site_name" content="River Post">', ''],
    [
      'the host after it',
      'Dam talks end - RiverPost',
      '<link rel="canonical" href="https://www.riverpost.example/a">',
      '',
    ],
    ['its author after it', 'Dam talks end - Ana Cole', '<meta name="author" content="Ana Cole">', ''],
    ['sections after its heading', 'Dam talks end - World - The Post', '', '<h1>Dam talks end</h1>'],
    ['a name before its heading', '동아 : Dam talks end', '', '<h1>Dam talks end</h1>'],
  ])('is told from %s', (_case, stated, head, body) => {
    expect(
      factsOf(page(`<title>${stated}</title><meta property="og:title" content="${stated}">${head}`, body)).title,
    ).toBe('Dam talks end')
  })

  it('keeps a part of its own', () => {
    const head =
      '<meta property="og:title" content="Dam talks: the end"><meta property="og:site_name" content="River Post">'
    expect(factsOf(page(head, '')).title).toBe('Dam talks: the end')
  })
})

describe('the author of a page', () => {
  it.each([
    ['<p class="byline">By Ana Cole</p>', 'Ana Cole'],
    ['<p class="byline">by Ana Cole and Bo Li - AP Writers | 3 hours ago</p>', 'Ana Cole and Bo Li'],
    ['<p class="byline">Par Ana Cole le 4 mai 2015</p>', 'Ana Cole'],
    ['<p class="byline">Ana Cole, River Post, Sept 4, 2015 8:02 pm</p>', 'Ana Cole, River Post'],
    ['<p class="byline">9:39AM 05 Oct 2011</p>', null],
  ])('is read from the line that shows it: %s', (line, byline) => {
    expect(factsOf(page('', line)).byline).toBe(byline)
  })

  it('is not the site, but all of several', () => {
    const site = '<meta property="og:site_name" content="Mac & i"><meta name="author" content="Mac &amp; i">'
    expect(factsOf(page(site, '')).byline).toBeNull()
    expect(factsOf(page('<meta name="author" content="riverpost.example">', '')).byline).toBeNull()
    const two = '<meta name="dc.creator" content="Cole, Ana"><meta name="dc.creator" content="Li, Bo">'
    expect(factsOf(page(two, '')).byline).toBe('Cole, Ana; Li, Bo')
  })
})

describe('the day of a page', () => {
  it.each([
    ['<meta name="sailthru.date" content="2015-03-04T00:00:00">', ''],
    ['<meta name="publish-date" content="March 4, 2015">', ''],
    ['<meta itemprop="datePublished" content="20150304">', ''],
    ['', '<abbr class="published" title="2015-03-04">last week</abbr>'],
    ['<link rel="canonical" href="https://a.example/2015/3/4/dam/">', ''],
    ['', '<span class="dateline">Wednesday, March 4, 2015 9:00 PM</span>'],
    ['', '<span class="post-date">Publié le 4 mars 2015 à 9h00</span>'],
    ['', '<div class="timestamp">4. März 2015, 21:00 Uhr</div>'],
  ])('is found in %s%s', (head, body) => {
    expect(factsOf(page(head, body)).publishedOn).toBe('2015-03-04')
  })

  it('is not one of a footer, nor a number in the address', () => {
    const head = '<link rel="canonical" href="https://a.example/2015/03/dam-1900-12-1/x">'
    expect(factsOf(page(head, '<footer><span class="date">March 4, 2015</span></footer>')).publishedOn).toBeNull()
  })
})

describe('the language of a page', () => {
  it('is read from wherever a page says it', () => {
    expect(factsOf(page('', '', ' xml:lang="fr"')).language).toBe('fr')
    expect(factsOf(page('<meta http-equiv="Content-Language" content="es">', '')).language).toBe('es')
    const data = '<script type="application/ld+json">{"@type":"Article","headline":"x","inLanguage":"de-DE"}</script>'
    expect(factsOf(page(data, '')).language).toBe('de-DE')
  })
})

describe('the site of a page', () => {
  it('is a host where an address stands for its name', () => {
    expect(factsOf(page('<meta property="og:site_name" content="http://www.tmz.example">', '')).source).toBe(
      'tmz.example',
    )
  })
})
