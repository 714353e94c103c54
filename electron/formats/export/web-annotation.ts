import type { ArticleNotes, NotesMark, NotesRemark } from './article-notes.ts'

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

/**
 * Marks and notes as a W3C annotation collection in JSON-LD. An article without an address is named by its id. Places
 * are counted in characters, as the model asks for, and each mark has its quote besides.
 * Source: W3C Web Annotation Data Model, 4.2.4, 4.2.5 and 5.
 */
export function* notesToWebAnnotations(
  articles: Iterable<ArticleNotes>,
  exportedAtMs: number,
): Generator<string, void, void> {
  const id = `urn:dossier:annotations:${exportedAtMs}`
  const page = `${id}:1`
  const about = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: 'Dossier annotations',
    generated: new Date(exportedAtMs).toISOString(),
  }
  yield JSON.stringify(about, null, 2).replace(/\n\}$/, '')
  let total = 0
  for (const item of toItems(articles)) {
    // A collection of nothing has no page.
    yield total === 0 ? `,\n  "first": ${openPage(page, id)}` : ','
    yield `\n      ${JSON.stringify(item, null, 2).replaceAll('\n', '\n      ')}`
    total += 1
  }
  if (total > 0) yield `\n    ]\n  },\n  "last": ${JSON.stringify(page)}`
  yield `,\n  "total": ${total}\n}\n`
}

/** The one page of a collection, up to its first item. */
function openPage(id: string, partOf: string): string {
  const facts = JSON.stringify({ id, type: 'AnnotationPage', partOf, startIndex: 0 }, null, 2)
  return `${facts.replaceAll('\n', '\n  ').replace(/\n {2}\}$/, '')},\n    "items": [`
}

function* toItems(articles: Iterable<ArticleNotes>): Generator<object, void, void> {
  for (const article of articles) {
    for (const remark of article.remarks)
      yield { ...bodyOf(remark, null), motivation: 'commenting', target: sourceOf(article) }
    for (const mark of article.marks)
      yield {
        ...bodyOf(mark, mark.category),
        motivation: mark.note === null ? 'highlighting' : 'commenting',
        target: { type: 'SpecificResource', source: sourceOf(article), selector: selectorsOf(mark) },
      }
  }
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
