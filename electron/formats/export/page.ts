import { clozeAnswer, clozeBlanks } from '#shared/domain/cloze.ts'
import { dayOf } from '#shared/text/origin-line.ts'
import type { ArticleNotes, NotesCard, NotesMark, NotesOrigin } from './article-notes.ts'
import { escapeHtml } from './escape-html.ts'
import { markdownToHtml } from './markdown-to-html.ts'

const STYLE = `:root{color-scheme:light dark;--ink:#1f1c17;--quiet:#6a645a;--rule:#e5e0d5;--page:#fbfaf7;--accent:#1f5f55}
@media (prefers-color-scheme:dark){:root{--ink:#e9e4da;--quiet:#a49c8f;--rule:#37332d;--page:#171614;--accent:#84c7b9}}
body{margin:0 auto;max-width:42rem;padding:3rem 1.5rem;background:var(--page);color:var(--ink);font:18px/1.6 "Source Serif 4",Georgia,serif}
h1{font-size:2rem;line-height:1.2;margin:3rem 0 .25rem}h2{font-size:1.2rem;margin:2rem 0 .5rem}
.quiet{color:var(--quiet);font-size:.85rem}blockquote{margin:1.5rem 0 .25rem;padding-left:1rem;border-left:3px solid var(--accent);white-space:pre-line}
.note{margin:.25rem 0 1rem 1rem}.card{border:1px solid var(--rule);border-radius:6px;padding:.75rem 1rem;margin:1rem 0}
.note p,.note ul,.note ol,.card p,.card ul,.card ol{margin:.25rem 0}.note h1,.note h2,.note h3,.card h1,.card h2,.card h3{font-size:1rem;margin:.5rem 0}.note blockquote,.card blockquote{margin:.5rem 0;white-space:normal}pre{white-space:pre-wrap;overflow-wrap:anywhere}
.card hr{border:0;border-top:1px solid var(--rule);margin:.75rem 0}a{color:var(--accent)}
@media print{:root{color-scheme:light;--ink:#000;--quiet:#555;--rule:#bbb;--page:#fff;--accent:#1f5f55}body{max-width:none;padding:0;font-size:11pt}article{break-before:page}article:first-of-type{break-before:auto}blockquote,.card{break-inside:avoid}h1,h2,blockquote{break-after:avoid}a{overflow-wrap:anywhere}}`

/** What a page is called, and when it was made. */
export interface PageFacts {
  readonly title: string
  readonly exportedAtMs: number
  /** CSS besides the page's own: the type it is set in. */
  readonly style?: string | undefined
}

/** Notes and cards as one HTML page that reads well on screen and on paper. All that a person wrote is escaped: it runs nothing. */
export function* notesToPage(
  articles: Iterable<ArticleNotes>,
  looseCards: readonly NotesCard[],
  facts: PageFacts,
): Generator<string, void, void> {
  yield pageHead(facts)
  for (const article of articles) yield `${articleToHtml(article)}\n`
  if (looseCards.length > 0)
    yield `<article><h1>Cards without an article</h1>${looseCards.map(cardToHtml).join('')}</article>`
  yield PAGE_END
}

/** A page around parts of HTML that were escaped. */
export function* toPage(parts: Iterable<string>, facts: PageFacts): Generator<string, void, void> {
  yield pageHead(facts)
  for (const part of parts) yield `${part}\n`
  yield PAGE_END
}

/** The policy keeps the page from loading or running anything, wherever it is opened. */
function pageHead({ title, exportedAtMs, style = '' }: PageFacts): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}${style}</style></head>
<body>
<p class="quiet">Dossier, ${dayOf(exportedAtMs)}</p>
`
}

const PAGE_END = `
</body></html>
`

function articleToHtml(article: ArticleNotes): string {
  const marks = [...article.marks].sort((a, b) => a.start - b.start || a.end - b.end)
  return [
    `<article><h1 dir="auto">${escapeHtml(article.title)}</h1><p class="quiet">${originHtml(article)}</p>`,
    ...article.remarks.map(({ note }) => `<div class="note" dir="auto">${written(note)}</div>`),
    ...section(
      'Marks',
      marks.map((mark) => markToHtml(mark, article)),
    ),
    ...section('Cards', article.cards.map(cardToHtml)),
    '</article>',
  ].join('\n')
}

function section(heading: string, parts: readonly string[]): readonly string[] {
  return parts.length === 0 ? [] : [`<h2>${heading}</h2>`, ...parts]
}

/** Every quote names its article, so that each can be taken out alone. */
function markToHtml(mark: NotesMark, article: ArticleNotes): string {
  const facts = [mark.category, ...mark.links, ...mark.tags.map((tag) => `#${tag}`), shortOrigin(article)].filter(
    (fact) => fact !== '',
  )
  const note = mark.note === null ? '' : `<div class="note" dir="auto">${written(mark.note)}</div>`
  return `<blockquote dir="auto">${escapeHtml(mark.quote)}</blockquote><p class="quiet">${facts.map(escapeHtml).join(' · ')}</p>${note}`
}

function cardToHtml({ front, back, isCloze, quote }: NotesCard): string {
  const question = isCloze ? clozeBlanks(front) : front
  const answer = isCloze ? [clozeAnswer(front), back].filter(Boolean).join('\n') : back
  const passage = quote === null ? '' : `<p class="quiet">${escapeHtml(quote)}</p>`
  return `<div class="card" dir="auto">${written(question)}<hr>${written(answer)}${passage}</div>`
}

/** What a person wrote in Markdown, as it is shown in the app; the words of a picture stand for it, whose file is not there. */
function written(markdown: string): string {
  // A line without any mark is most of what people write, and a parser takes a thousand times as long for it.
  if (!/[\\`*_[\]<>&!~#\n]|^\s*(?:[-+=]|\d+[.)])|^\s{4}/.test(markdown)) return escapeHtml(markdown.trim())
  return markdownToHtml(markdown).replace(/<img\b[^<>]*?\balt="([^"<>]*)"[^<>]*>/g, '$1')
}

function shortOrigin({ title, source, publishedOn }: NotesOrigin): string {
  return [title, source, publishedOn].filter(Boolean).join(', ')
}

function originHtml({ source, byline, publishedOn, url }: NotesOrigin): string {
  const words = [source, byline, publishedOn ?? 'undated'].filter(Boolean).map((part) => escapeHtml(part ?? ''))
  const link = url !== null && /^https?:\/\//.test(url) ? [`<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`] : []
  return [...words, ...link].join(', ')
}
