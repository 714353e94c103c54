import { escapeLine, escapeParagraphs } from '#shared/text/escape-markdown.ts'
import { writeDay } from '#shared/text/origin-line.ts'
import { escapeHtml } from './escape-html.ts'
import { fileOf } from './markdown.ts'

/** Where something is said. */
export interface DossierPassage {
  readonly articleTitle: string
  readonly source: string | null
  readonly publishedOn: string | null
  readonly sentence: string
}

/** The page on one person, group or place, as far as it goes into a file. */
export interface DossierNotes {
  readonly id: string
  readonly kind: 'person' | 'group' | 'place'
  readonly name: string
  readonly aliases: readonly string[]
  readonly mentionCount: number
  readonly articleCount: number
  readonly roles: readonly { readonly role: string; readonly first: string | null; readonly last: string | null }[]
  readonly appearsWith: readonly { readonly name: string; readonly shared: number }[]
  readonly quotations: readonly DossierPassage[]
  readonly figures: readonly (DossierPassage & { readonly surface: string; readonly measures: string | null })[]
  readonly notes: readonly { readonly articleTitle: string; readonly quote: string; readonly note: string }[]
  readonly cards: readonly { readonly front: string; readonly back: string }[]
  readonly mentions: readonly DossierPassage[]
}

type Part = readonly [heading: string, lines: readonly string[]]

/** A dossier as a Markdown file. `linkTo` writes the name of another dossier, as a link where there is one. */
export function dossierToMarkdown(dossier: DossierNotes, linkTo: (name: string) => string = escapeLine): string {
  const { id, kind, name, aliases, mentionCount, articleCount } = dossier
  const passage = (one: DossierPassage) => `- ${escapeLine(one.sentence)} — ${escapeLine(originOf(one))}`
  const parts: Part[] = [
    ['Roles', dossier.roles.map((one) => `- ${escapeLine(one.role)}${spanOf(one)}`)],
    ['Appears with', dossier.appearsWith.map((one) => `- ${linkTo(one.name)} (${one.shared})`)],
    ['Said', dossier.quotations.map(passage)],
    [
      'Figures',
      dossier.figures.map(
        (one) =>
          `- **${escapeLine(one.surface)}**${one.measures === null ? '' : ` ${escapeLine(one.measures)}`}: ${escapeLine(one.sentence)} — ${escapeLine(originOf(one))}`,
      ),
    ],
    ['Notes', dossier.notes.flatMap(noteToMarkdown)],
    ['Cards', dossier.cards.map((one) => `- ${escapeLine(one.front)} — ${escapeLine(one.back)}`)],
    ['Mentions', dossier.mentions.map(passage)],
  ]
  return fileOf({ title: name, id, kind, aliases: [...aliases], mentions: mentionCount, articles: articleCount }, [
    `# ${escapeLine(name)}`,
    ...parts.flatMap(([heading, lines]) => (lines.length === 0 ? [] : [`## ${heading}`, lines.join('\n')])),
  ])
}

function noteToMarkdown({ articleTitle, quote, note }: DossierNotes['notes'][number]): string[] {
  const quoted = quote === '' ? '' : `“${escapeParagraphs(quote).join(' ')}” `
  return [`- ${quoted}${escapeLine(note)} — ${escapeLine(articleTitle)}`]
}

/** A dossier as a part of an HTML page; nothing in it runs. */
export function dossierToHtml(dossier: DossierNotes): string {
  const passage = (one: DossierPassage) =>
    `<li>${escapeHtml(one.sentence)} <span class="quiet">${escapeHtml(originOf(one))}</span></li>`
  const parts: Part[] = [
    ['Roles', dossier.roles.map((one) => `<li>${escapeHtml(one.role + spanOf(one))}</li>`)],
    ['Appears with', dossier.appearsWith.map((one) => `<li>${escapeHtml(`${one.name} (${one.shared})`)}</li>`)],
    ['Said', dossier.quotations.map(passage)],
    [
      'Figures',
      dossier.figures.map(
        (one) =>
          `<li><b>${escapeHtml(one.surface)}</b> ${escapeHtml(one.measures ?? '')}: ${escapeHtml(one.sentence)} <span class="quiet">${escapeHtml(originOf(one))}</span></li>`,
      ),
    ],
    [
      'Notes',
      dossier.notes.map((one) => `<li>${escapeHtml(one.quote)}<div class="note">${escapeHtml(one.note)}</div></li>`),
    ],
    ['Cards', dossier.cards.map((one) => `<li>${escapeHtml(one.front)} — ${escapeHtml(one.back)}</li>`)],
    ['Mentions', dossier.mentions.map(passage)],
  ]
  const names = [dossier.kind, ...dossier.aliases].map(escapeHtml).join(' · ')
  return [
    `<article><h1>${escapeHtml(dossier.name)}</h1><p class="quiet">${names}</p>`,
    ...parts.flatMap(([heading, lines]) =>
      lines.length === 0 ? [] : [`<h2>${heading}</h2><ul>${lines.join('')}</ul>`],
    ),
    '</article>',
  ].join('\n')
}

function spanOf({ first, last }: DossierNotes['roles'][number]): string {
  if (first === null && last === null) return ''
  return first === last ? ` (${writeDay(first)})` : ` (${writeDay(first)} to ${writeDay(last)})`
}

function originOf({ articleTitle, source, publishedOn }: DossierPassage): string {
  return [articleTitle, source, publishedOn ?? 'undated'].filter(Boolean).join(', ')
}
