import { escapeLine } from '#shared/text/escape-markdown.ts'
import type { ArticleNotes } from './article-notes.ts'
import { type DossierNotes, dossierToMarkdown } from './dossier.ts'
import { createFileNamer } from './file-name.ts'
import type { ExportFile } from './library-files.ts'
import { articleNotesToMarkdown } from './markdown.ts'
import { notesByTemplate } from './templated.ts'

/** How Markdown files look, and what they link to. */
export interface MarkdownStyle {
  /** A person's own, or empty. */
  readonly template: string
  /** Who and what is named in an article, by its id; empty without links. */
  readonly names: ReadonlyMap<string, readonly { readonly id: string; readonly name: string; readonly kind: string }[]>
  /** Those that get a file of their own. */
  readonly dossiers: readonly DossierNotes[]
}

/** An article's notes in the style asked for. Throws TemplateError. */
export function articleToMarkdown(notes: ArticleNotes, { template, names, dossiers }: MarkdownStyle): string {
  const stems = stemsOf(dossiers)
  const linked = (names.get(notes.id) ?? []).map(({ id, name, kind }) => ({
    name,
    kind,
    link: wikiLink(stems.get(id) ?? null, name),
  }))
  if (template.trim() !== '') return notesByTemplate(template, notes, linked)
  return articleNotesToMarkdown(
    notes,
    linked.map(({ link }) => link),
  )
}

/** Dossiers as Markdown files that link each other. `folder` ends with a slash where there is one. */
export function dossierFiles(dossiers: readonly DossierNotes[], folder = ''): ExportFile[] {
  const stems = stemsOf(dossiers)
  // Of two with one name nobody can say which is meant: such a name stays a word.
  const counts = Map.groupBy(dossiers, ({ name }) => name)
  const linkTo = (name: string) => {
    const [only, ...others] = counts.get(name) ?? []
    return only && others.length === 0 ? wikiLink(stems.get(only.id) ?? null, name) : escapeLine(name)
  }
  return dossiers.map((one) => ({ path: `${folder}${stems.get(one.id)}.md`, text: dossierToMarkdown(one, linkTo) }))
}

function stemsOf(dossiers: readonly DossierNotes[]): ReadonlyMap<string, string> {
  const nameOf = createFileNamer()
  return new Map(dossiers.map(({ id, name }) => [id, nameOf(linkable(name), 'md').replace(/\.md$/, '')]))
}

/** Brackets, bars and the like would end a link, so that neither names of files nor words in links have them. */
function linkable(name: string): string {
  return name
    .replace(/[[\]|#^]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** `[[file|name]]`. A name without a file is a link to a note to be written. */
function wikiLink(stem: string | null, name: string): string {
  const shown = linkable(name)
  const target = stem ?? shown
  return target === shown ? `[[${shown}]]` : `[[${target}|${shown}]]`
}
