import { describe, expect, it } from 'vitest'
import { importFile } from '#electron/formats/import/import-file.ts'
import type { ImportedFile } from '#electron/formats/import/import-result.ts'
import { bytesOf } from '../make-files.ts'

async function read(value: unknown, name = 'marks.jsonld'): Promise<ImportedFile> {
  const result = await importFile(name, bytesOf(JSON.stringify(value)))
  if (result.kind === 'failed') throw new Error(result.code)
  return result
}

const ID = '0190f3a2-7c1e-7d2b-9a55-3f0c8e6b1d42'
const context = 'http://www.w3.org/ns/anno.jsonld'
const quoted = (exact: string) => ({ type: 'TextQuoteSelector', exact, prefix: 'of ', suffix: ' in' })

describe('annotations of the W3C model', () => {
  it('give their words, place, remark, tags, kind and links', async () => {
    const { sources } = await read({
      '@context': context,
      id: 'urn:example:1',
      type: 'Annotation',
      motivation: 'commenting',
      created: '2026-03-02T10:00:00Z',
      modified: '2026-03-03T10:00:00Z',
      body: [
        { type: 'TextualBody', value: 'See *below*', format: 'text/markdown' },
        { type: 'TextualBody', value: 'sea, air', purpose: 'tagging' },
        { type: 'TextualBody', value: 'Claim', purpose: 'classifying' },
        { type: 'TextualBody', value: 'Ada Wren', purpose: 'identifying' },
      ],
      target: {
        type: 'SpecificResource',
        source: { id: 'https://a.example/h', 'dcterms:title': 'Harbour' },
        selector: {
          type: 'CssSelector',
          value: 'main',
          refinedBy: [quoted('the light'), { type: 'TextPositionSelector', start: 4, end: 13 }],
        },
      },
    })
    expect(sources).toEqual([
      {
        title: 'Harbour',
        byline: null,
        url: 'https://a.example/h',
        publishedOn: null,
        program: 'Web Annotation',
        marks: [
          {
            quote: 'the light',
            prefix: 'of ',
            suffix: ' in',
            note: 'See *below*',
            tags: ['sea air'],
            createdAtMs: Date.UTC(2026, 2, 2, 10),
            updatedAtMs: Date.UTC(2026, 2, 3, 10),
            place: null,
            color: null,
            category: 'Claim',
            characters: { start: 4, end: 13 },
            links: ['Ada Wren'],
          },
        ],
      },
    ])
  })

  const shapes: readonly (readonly [string, unknown])[] = [
    ['one alone', annotation()],
    ['a list', [annotation()]],
    ['a page', { '@context': context, type: 'AnnotationPage', items: [annotation()] }],
    ['a collection', { type: ['AnnotationCollection'], first: { type: 'AnnotationPage', items: annotation() } }],
    ['a set of a reading program', { type: 'AnnotationSet', about: { 'dc:title': 'Harbour' }, items: [annotation()] }],
  ]
  it.each(shapes)('are read from %s', async (_, value) => {
    const { sources = [] } = await read(value, 'some.json')
    expect(sources.map(({ marks }) => marks.map(({ quote, note }) => [quote, note]))).toEqual([
      [['the light', 'Off since 2019']],
    ])
  })

  function annotation() {
    return {
      type: 'Annotation',
      bodyValue: 'Off since 2019',
      target: { source: 'https://a.example/h', selector: [quoted('the light')] },
    }
  }

  it('leave replies, and what is on no text of the web goes under the name of its set', async () => {
    const { sources = [] } = await read({
      type: 'AnnotationSet',
      about: { 'dc:title': 'Harbours', 'dc:creator': ['x', 'y'] },
      items: [
        { ...annotation(), motivation: 'replying' },
        { type: 'Annotation', id: `urn:uuid:${ID}`, target: { selector: quoted('fog') } },
        { type: 'Annotation', target: `urn:uuid:${ID}`, body: { value: 'On the whole' } },
      ],
    })
    expect(
      sources.map(({ title, url, articleId, marks }) => [title, url, articleId, marks.map((one) => one.id)]),
    ).toEqual([
      ['Harbours', null, undefined, [ID]],
      ['Harbours', null, ID, [undefined]],
    ])
  })
})
