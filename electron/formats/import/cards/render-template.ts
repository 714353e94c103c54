const MAX_CHARS = 200_000
const MAX_SECTIONS = 500

/**
 * What a card's template shows, as HTML: fields filled in, sections kept or left by whether their field is filled.
 * Speech is left out, and where the answer is to be typed a question shows nothing and an answer the field. Source:
 * Anki's manual, card templates.
 */
export function renderTemplate(
  template: string,
  fields: ReadonlyMap<string, string>,
  side: 'question' | 'answer',
): string {
  return fill(applySections(template.slice(0, MAX_CHARS), fields), fields, side).slice(0, MAX_CHARS)
}

function isFilled(field: string | undefined): boolean {
  return (field ?? '').replace(/<(?!img\b)[^<>]*>|&nbsp;|\s/gi, '') !== ''
}

/** The innermost section first, so that none is ever open. */
function applySections(template: string, fields: ReadonlyMap<string, string>): string {
  let text = template
  for (let count = 0; count < MAX_SECTIONS; count++) {
    const end = /\{\{\/\s*([^{}]{1,200}?)\s*\}\}/.exec(text)
    if (!end) break
    const name = end[1] ?? ''
    const before = text.slice(0, end.index)
    const starts = [...before.matchAll(/\{\{([#^])\s*([^{}]{1,200}?)\s*\}\}/g)].filter((start) => start[2] === name)
    const start = starts.at(-1)
    if (!start) {
      text = before + text.slice(end.index + end[0].length)
      continue
    }
    const body = before.slice(start.index + start[0].length)
    const isShown = isFilled(fields.get(name)) === (start[1] === '#')
    text = before.slice(0, start.index) + (isShown ? body : '') + text.slice(end.index + end[0].length)
  }
  return text
}

function fill(template: string, fields: ReadonlyMap<string, string>, side: 'question' | 'answer'): string {
  return template.replace(/\{\{([^{}]{1,300})\}\}/g, (_, inside: string) => {
    const [name = '', ...filters] = inside
      .split(':')
      .reverse()
      .map((part) => part.trim())
    // A hint is covered until it is asked for.
    const isCovered = side === 'question' && (filters.includes('type') || filters.includes('hint'))
    if (isCovered || filters.some((filter) => filter.startsWith('tts'))) return ''
    return readingOf(fields.get(name) ?? '', filters)
  })
}

/** Japanese words with how they are read, `塩[しお]`: a card may show only one of the two. Source: Anki's manual. */
const READING = / ?([^ >[\]]{1,100})\[(?!sound:)([^[\]]{1,100})\]/g

function readingOf(field: string, filters: readonly string[]): string {
  if (filters.includes('kanji')) return field.replace(READING, '$1')
  return filters.includes('kana') ? field.replace(READING, '$2') : field
}
