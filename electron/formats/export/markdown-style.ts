import { escapeLine } from '#shared/text/escape-markdown.ts'
import type { ArticleNotes } from './article-notes.ts'
import { type DossierNotes, dossierToMarkdown } from './dossier.ts'
import type { ExportFile } from './export-file.ts'
import { createFileNamer } from './file-name.ts'
import { articleNotesToMarkdown } from './markdown.ts'
import { notesByTemplate } from './templated.ts'

/** Somebody or something that a dossier is on. */
export interface DossierName {
  readonly id: string
  readonly name: string
}

/** How Markdown files look, and what they link to. */
export interface MarkdownStyle {
  /** A person's own, or empty. */
  readonly template: string
  /** Who and what is named in an article; nobody without links. */
  readonly namesIn: (articleId: string) => readonly (DossierName & { readonly kind: string })[]
  readonly links: DossierLinks
}

/** What leads to the files of dossiers. */
export interface DossierLinks {
  /** The path of a dossier's file. */
  pathOf(id: string): string
  /** A link to a dossier, or to a note to be written. */
  linkTo(one: DossierName): string
  /** The same for a name alone. Of two with one name nobody can say which is meant: such a name stays a word. */
  linkToName(name: string): string
}

/** Names the files of dossiers. `folder` ends with a slash where there is one. */
export function linkDossiers(dossiers: readonly DossierName[], folder = ''): DossierLinks {
  const nameOf = createFileNamer()
  const stems = new Map(dossiers.map(({ id, name }) => [id, nameOf(linkable(name), 'md').replace(/\.md$/, '')]))
  const byName = Map.groupBy(dossiers, ({ name }) => name)
  const linkTo = ({ id, name }: DossierName) => wikiLink(stems.get(id) ?? null, name)
  return {
    pathOf: (id) => `${folder}${stems.get(id)}.md`,
    linkTo,
    linkToName: (name) => {
      const [only, ...others] = byName.get(name) ?? []
      return only && others.length === 0 ? linkTo(only) : escapeLine(name)
    },
  }
}

/** Markdown without a link. */
export function plainStyle(template: string): MarkdownStyle {
  return { template, namesIn: () => [], links: linkDossiers([]) }
}

/** An article's notes in the style asked for. Throws TemplateError. */
export function articleToMarkdown(notes: ArticleNotes, { template, namesIn, links }: MarkdownStyle): string {
  const linked = namesIn(notes.id).map((one) => ({ name: one.name, kind: one.kind, link: links.linkTo(one) }))
  if (template.trim() !== '') return notesByTemplate(template, notes, linked)
  return articleNotesToMarkdown(
    notes,
    linked.map(({ link }) => link),
  )
}

/** Dossiers as Markdown files that link each other. */
export function* dossierFiles(
  dossiers: Iterable<DossierNotes>,
  links: DossierLinks,
): Generator<ExportFile, void, void> {
  for (const one of dossiers) yield { path: links.pathOf(one.id), parts: [dossierToMarkdown(one, links.linkToName)] }
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
