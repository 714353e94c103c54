import type { ArticleNotes, NotesMark, NotesRemark } from './article-notes.ts'

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

/**
 * Marks and notes as a W3C annotation collection in JSON-LD. An article without an address is named by its id. Places
 * are counted in characters, as the model asks for, and each mark has its quote besides.
 * Source: W3C Web Annotation Data Model, 4.2.4, 4.2.5 and 5.
 */
export function notesToWebAnnotations(articles: readonly ArticleNotes[], exportedAtMs: number): string {
  const items = articles.flatMap((article) => [
    ...article.remarks.map((remark) => ({
      ...bodyOf(remark, null),
      motivation: 'commenting',
      target: sourceOf(article),
    })),
    ...article.marks.map((mark) => ({
      ...bodyOf(mark, mark.category),
      motivation: mark.note === null ? 'highlighting' : 'commenting',
      target: { type: 'SpecificResource', source: sourceOf(article), selector: selectorsOf(mark) },
    })),
  ])
  const id = `urn:dossier:annotations:${exportedAtMs}`
  const page = `${id}:1`
  const collection = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: 'Dossier annotations',
    generated: new Date(exportedAtMs).toISOString(),
    total: items.length,
    ...(items.length > 0 && {
      first: { id: page, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
      last: page,
    }),
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

function sourceOf({ id, url, title }: ArticleNotes) {
  return { id: url ?? `urn:uuid:${id}`, type: 'Text', 'dcterms:title': title }
}

function bodyOf({ id, note, tags, links, createdAtMs, updatedAtMs }: NotesMark | NotesRemark, category: string | null) {
  const text = (value: string, purpose: string) => ({ type: 'TextualBody', value, purpose })
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    created: new Date(createdAtMs).toISOString(),
    modified: new Date(updatedAtMs).toISOString(),
    body: [
      ...(note ? [{ ...text(note, 'commenting'), format: 'text/markdown' }] : []),
      ...(category ? [text(category, 'classifying')] : []),
      ...tags.map((tag) => text(tag, 'tagging')),
      ...links.map((name) => text(name, 'identifying')),
    ],
  }
}

function selectorsOf({ startCharacter, endCharacter, quote, prefix, suffix }: NotesMark) {
  return [
    { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
    { type: 'TextPositionSelector', start: startCharacter, end: endCharacter },
  ]
}
