/** A paragraph of a Word document as XML. */
export type Paragraph = string

/** How words look. `color`: RRGGBB. */
interface RunLook {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly color?: string
  readonly halfPoints?: number
}

/** How a paragraph stands; lengths in twips. `line`: the colour of a line at its start, RRGGBB. */
interface ParagraphLook {
  readonly indent?: number
  readonly line?: string
  readonly before?: number
  readonly after?: number
  readonly keepNext?: boolean
}

/**
 * A paragraph around runs. One whose `words` begin with a right-to-left letter runs that way.
 * Source: ECMA-376, part 1, 17.3.1.26, for the order of what it has.
 */
export function paragraph(words: string, look: ParagraphLook, runs: string): Paragraph {
  const { indent, line, before, after, keepNext } = look
  const spacing = [before && ` w:before="${before}"`, after && ` w:after="${after}"`].filter(Boolean).join('')
  return withLook(
    [
      keepNext && '<w:keepNext/>',
      line && `<w:pBdr><w:left w:val="single" w:sz="12" w:space="12" w:color="${line}"/></w:pBdr>`,
      isRightToLeft(words) && '<w:bidi/>',
      spacing && `<w:spacing${spacing}/>`,
      indent && `<w:ind w:left="${indent}"/>`,
    ],
    runs,
  )
}

/** A heading; `onNewPage`: above it a page ends. */
export function heading(words: string, level: 1 | 2, onNewPage = false): Paragraph {
  const parts = [
    `<w:pStyle w:val="Heading${level}"/><w:keepNext/>`,
    onNewPage && '<w:pageBreakBefore/>',
    isRightToLeft(words) && '<w:bidi/>',
  ]
  return withLook(parts, run(words))
}

function withLook(parts: readonly (string | number | boolean | undefined)[], runs: string): Paragraph {
  const look = parts.filter(Boolean).join('')
  return `<w:p>${look === '' ? '' : `<w:pPr>${look}</w:pPr>`}${runs}</w:p>`
}

/** Some words. */
export function run(words: string, { bold, italics, color, halfPoints }: RunLook = {}): string {
  const look = [
    bold && '<w:b/><w:bCs/>',
    italics && '<w:i/><w:iCs/>',
    color && `<w:color w:val="${color}"/>`,
    halfPoints && `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`,
    isRightToLeft(words) && '<w:rtl/>',
  ]
    .filter(Boolean)
    .join('')
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`
}

/** Runs that lead to an address, by the name that the document has for that. */
export function hyperlink(name: string, runs: string): string {
  return `<w:hyperlink r:id="${name}">${runs}</w:hyperlink>`
}

/** Words for an element or an attribute; what XML can't hold is left out. Source: XML 1.0, 2.2. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => (/[\t\n]/.test(character) ? ' ' : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function isRightToLeft(text: string): boolean {
  return /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text)
}
