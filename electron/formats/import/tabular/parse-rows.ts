import Papa from 'papaparse'

/** A character that no cell is quoted by. */
const NO_QUOTE = '\u0001'

/**
 * The rows of a table. A quotation mark that is never closed would take in all that follows: then each line is a row
 * and quotation marks are letters. Never throws. Source: RFC 4180.
 */
export function parseRows(
  text: string,
  options: { readonly delimiter?: string; readonly preview?: number },
): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { ...options, skipEmptyLines: 'greedy' })
  if (!errors.some(({ code }) => code === 'MissingQuotes')) return data
  return Papa.parse<string[]>(text, { ...options, skipEmptyLines: 'greedy', quoteChar: NO_QUOTE }).data
}
