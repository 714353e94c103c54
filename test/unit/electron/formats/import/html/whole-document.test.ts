import { describe, expect, it } from 'vitest'
import { webPageToDocument } from '#electron/formats/import/html/web-page.ts'
import { wholeDocument } from '#electron/formats/import/html/whole-document.ts'

const words = '<p>Fog had hidden the light.</p><p>Nobody was hurt.</p>'
const textOf = (html: string) => webPageToDocument(html, 'x.html')

describe('a page whose structure is left out or broken', () => {
  it.each([
    ['has no body', `<html><head><title>Fog</title></head>${words}</html>`],
    ['has no head and no body', `<html><title>Fog</title>${words}</html>`],
    ['is a fragment', `<title>Fog</title>${words}`],
    ['has a head that never ends', `<head><title>Fog</title><meta charset=utf-8><body>${words}`],
    ['stands in another document', `<DOC>\n<HTML><HEAD><TITLE>Fog</TITLE></HEAD><BODY>${words}</BODY></HTML></DOC>`],
    [
      'is shown without frames',
      `<html><head><title>Fog</title></head><frameset><frame src=a></frameset><noframes>${words}</noframes>`,
    ],
  ])('gives all its words when it %s', (_case, html) => {
    expect(textOf(html)).toMatchObject({ title: 'Fog', text: 'Fog had hidden the light.\n\nNobody was hurt.' })
  })

  it('gives what stands before it, after it and in a second body', () => {
    const html = `<html><head><title>Fog</title></head><body>${words}</body></html><p>After.</p><body><p>Second.</p></body>`
    expect(textOf(html).text).toBe('Fog had hidden the light.\n\nNobody was hurt.\n\nAfter.\n\nSecond.')
    expect(textOf(`Before.<html><head><title>Fog</title></head><body>${words}`).text).toContain('Before.')
  })

  it('keeps its language, and the tags that data speak of', () => {
    const data = '<script type="application/ld+json">{"@type":"Article","headline":"On <body> and <html>"}</script>'
    expect(textOf(`<html lang="de"><head>${data}</head><body>${words}</body></html>`)).toMatchObject({
      title: 'On <body> and <html>',
      language: 'de',
    })
  })

  it('takes a time that grows with the page', () => {
    for (const part of ['<script>', '<head>', '<body a>', '</head>', '<script></script>']) {
      const startedAt = performance.now()
      wholeDocument(part.repeat(200_000))
      expect(performance.now() - startedAt, part).toBeLessThan(3000)
    }
  })
})
