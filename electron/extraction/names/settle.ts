import { type ReadText, sliceTokens, tokenAt, wordAt } from '../read-text.ts'
import { type CapitalRun, isCapital } from './capitals.ts'
import { COMMON_WORDS } from './lists/common-words.ts'
import type { NameSpan } from './name-span.ts'

/** What the clear passages of an article say about a name: its kind, and how surely. */
interface Evidence {
  readonly kind: NameSpan['kind']
  readonly detail: string | null
  readonly confidence: number
}

/** From here on a name counts as evidence for its other mentions. */
const CLEAR = 0.62
/** A mention known only from another one is a little less sure than that. */
const DISCOUNT = 0.95

/**
 * Settles by the whole article what one passage leaves open: stretches that are named elsewhere in a clear context,
 * surnames alone, and mentions that got the weaker of two kinds. `names` by start, without overlap; so is the answer.
 */
export function settleNames(document: ReadText, names: readonly NameSpan[], open: readonly CapitalRun[]): NameSpan[] {
  const evidence = gatherEvidence(document, names)
  const settled = names.map((name) => settleKind(document, name, evidence))
  for (const run of open) settled.push(...findInside(document, run, evidence))
  return settled.sort((a, b) => a.first - b.first)
}

function gatherEvidence(document: ReadText, names: readonly NameSpan[]): Map<string, Evidence> {
  const evidence = new Map<string, Evidence>()
  for (const name of names) {
    if (name.confidence < CLEAR) continue
    strengthen(evidence, sliceTokens(document, name.first, name.last), name)
    if (name.kind === 'person' && name.last - name.first > 1) {
      const surname = wordAt(document, name.last - 1)
      if (surname.length > 2 && !/\.$/.test(surname)) strengthen(evidence, surname, name)
    }
  }
  return evidence
}

function strengthen(evidence: Map<string, Evidence>, surface: string, name: NameSpan): void {
  const known = evidence.get(surface)
  if (known !== undefined && known.confidence >= name.confidence) return
  evidence.set(surface, { kind: name.kind, detail: name.detail, confidence: name.confidence })
}

/** A name that one passage reads weakly takes the kind that a clearer passage gives it. */
function settleKind(document: ReadText, name: NameSpan, evidence: ReadonlyMap<string, Evidence>): NameSpan {
  const known = evidence.get(sliceTokens(document, name.first, name.last))
  if (known === undefined) return name
  if (known.confidence <= name.confidence) return name
  if (known.kind !== 'person' && name.confidence >= 0.85) return name
  // A city or country that is also the surname of someone in the article: "in Jordan" stays the place.
  if (name.kind === 'place' && /^(?:in|at|near|from|to|across)$/.test(wordAt(document, name.first - 1))) return name
  return { ...name, kind: known.kind, detail: known.detail, confidence: known.confidence * DISCOUNT }
}

/** The names inside an open stretch that clear passages know, the longest first. */
function findInside(document: ReadText, run: CapitalRun, evidence: ReadonlyMap<string, Evidence>): NameSpan[] {
  for (let length = run.last - run.first; length > 0; length--) {
    // A part of a longer unknown name is trusted only at its beginning, and only when it is no place.
    const known = evidence.get(sliceTokens(document, run.first, run.first + length))
    if (known === undefined) continue
    if (length < run.last - run.first && (known.kind === 'place' || isCapital(wordAt(document, run.first + length)))) {
      return []
    }
    if (
      length === 1 &&
      COMMON_WORDS.has(wordAt(document, run.first).toLowerCase()) &&
      isSentenceStart(document, run.first)
    ) {
      return []
    }
    const confidence = known.confidence * DISCOUNT
    return [{ first: run.first, last: run.first + length, kind: known.kind, detail: known.detail, confidence }]
  }
  return []
}

function isSentenceStart(document: ReadText, at: number): boolean {
  return at === 0 || /^[.!?"“”]$/u.test(tokenAt(document, at - 1).text)
}
