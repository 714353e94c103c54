import { tokenize } from '#electron/extraction/tokenize.ts'
import type { NameFinder } from './eval-names.ts'
import type { TypedRange } from './score.ts'

/** The part of the package that is used. It is a development dependency, and absent where none were installed. */
interface View {
  json(options: { offset: boolean }): { terms: Term[] }[]
}
interface Term {
  readonly post: string
  readonly tags: readonly string[]
  readonly offset: { readonly start: number; readonly length: number }
}
type Nlp = (text: string) => { people(): View; organizations(): View; places(): View }

const PACKAGE: string = 'compromise'

/** Finds names as the best JavaScript library does, titles stripped and lists split; null when it is not installed. */
export async function loadYardstick(): Promise<NameFinder | null> {
  const loaded: { default: Nlp } | null = await import(PACKAGE).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  })
  if (loaded === null) return null
  return (text) => {
    const document = loaded.default(text)
    const names = [
      ...toRanges(document.people(), 'PER'),
      ...toRanges(document.organizations(), 'ORG'),
      ...toRanges(document.places(), 'LOC'),
    ]
    return { names, tokens: tokenize(text).length }
  }
}

function toRanges(view: View, type: string): TypedRange[] {
  return view.json({ offset: true }).flatMap(({ terms }) => splitLists(terms).flatMap((part) => toRange(part, type)))
}

/** "Obama, Kerry and Merkel" comes as one. */
function splitLists(terms: readonly Term[]): Term[][] {
  const parts: Term[][] = [[]]
  for (const term of terms) {
    parts.at(-1)?.push(term)
    if (term.post.includes(',')) parts.push([])
  }
  return parts
}

function toRange(terms: Term[], type: string): TypedRange[] {
  const name = terms.slice(terms.findIndex((term) => !term.tags.includes('Honorific')))
  const [first, last] = [name[0], name.at(-1)]
  if (first === undefined || last === undefined) return []
  return [{ start: first.offset.start, end: last.offset.start + last.offset.length, type }]
}
