import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Foretelling, foretell, type History } from '#shared/domain/foretelling.ts'

/** Histories of cards in one row: `lengths[i]` answers belong to card `i`. */
export interface FitInput {
  readonly grades: Uint8Array
  readonly elapsedDays: Uint16Array
  readonly lengths: Uint32Array
  /** The parameters in force, to compare with. */
  readonly parameters: readonly number[]
}

/** What fitting came to, or that there is too little to fit to. */
export type FitOutcome =
  | { readonly kind: 'few'; readonly answers: number }
  | {
      readonly kind: 'fitted'
      readonly parameters: readonly number[]
      readonly before: Foretelling
      readonly after: Foretelling
    }

/** Below this many foretold answers the parameters that FSRS comes with are the better guess. Source: Anki's advice. */
export const FEWEST_ANSWERS = 400

/** The WebAssembly lies beside the built worker, or in its package. */
function wasmFile(): string {
  const beside = ['.', '..'].map((up) => join(import.meta.dirname, up, 'fsrs_browser_bg.wasm'))
  return beside.find(existsSync) ?? createRequire(import.meta.url).resolve('fsrs-browser/fsrs_browser_bg.wasm')
}

async function loadFsrs() {
  // The package is made for browsers: it listens on `self`, and reports each round on the console, which is not ours.
  Object.assign(globalThis, { self: { addEventListener() {}, removeEventListener() {}, postMessage() {} } })
  Object.assign(console, { log() {}, info() {}, debug() {} })
  const { initSync, Fsrs } = await import('fsrs-browser')
  initSync({ module: readFileSync(wasmFile()) })
  return new Fsrs(null)
}

/** Fits the parameters of FSRS-6 to what was remembered. Source: fsrs-rs. Cost: about a second for 10,000 answers. */
export async function fitMemory(input: FitInput): Promise<FitOutcome> {
  const histories = readHistories(input)
  const before = foretell(histories, input.parameters)
  if (before.answers < FEWEST_ANSWERS) return { kind: 'few', answers: before.answers }
  const { ratings, days, lengths } = prefixesOf(histories)
  const fitted = (await loadFsrs()).computeParameters(ratings, days, lengths, null, true)
  const parameters = [...fitted]
  return { kind: 'fitted', parameters, before, after: foretell(histories, parameters) }
}

function readHistories({ grades, elapsedDays, lengths }: FitInput): History[] {
  let at = 0
  return [...lengths].map((length) => {
    const slice = <Row extends Uint8Array | Uint16Array>(row: Row) => [...row.subarray(at, at + length)]
    // The log holds grades from 1 to 4 alone.
    const history = { grades: slice(grades) as History['grades'], elapsedDays: slice(elapsedDays) }
    at += length
    return history
  })
}

/** What fsrs-rs learns from: for each answer a day or more after the one before, the answers up to it. */
function prefixesOf(histories: readonly History[]) {
  const ratings: number[] = []
  const days: number[] = []
  const lengths: number[] = []
  for (const { grades, elapsedDays } of histories)
    for (let end = 2; end <= grades.length; end++) {
      if ((elapsedDays[end - 1] ?? 0) === 0) continue
      ratings.push(...grades.slice(0, end))
      days.push(...elapsedDays.slice(0, end))
      lengths.push(end)
    }
  return { ratings: new Uint32Array(ratings), days: new Uint32Array(days), lengths: new Uint32Array(lengths) }
}
