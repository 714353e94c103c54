import { micromark } from 'micromark'

/** Markdown as HTML in which nothing a person wrote runs: HTML in it is shown as text, and only web links stay links. */
export function markdownToHtml(markdown: string): string {
  const html = micromark(markdown).trim()
  const single = /^<p>((?:(?!<\/?p>)[\s\S])*)<\/p>$/.exec(html)
  return single?.[1] ?? html
}
