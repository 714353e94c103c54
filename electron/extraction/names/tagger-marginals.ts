import { canFollow, isInside, LABEL_COUNT as L } from './model-labels.ts'

const PAIRS = L * L
const FOLLOWS = Uint8Array.from({ length: PAIRS }, (_, pair) => (canFollow(Math.floor(pair / L), pair % L) ? 1 : 0))

/** How likely each token has each label, and what it takes to know how likely a whole name is. */
export interface Marginals {
  readonly size: number
  /** L for each token; each row sums to 1. */
  readonly labels: Float64Array
  readonly forward: Float64Array
  readonly backward: Float64Array
  readonly emission: Float64Array
  readonly norm: Float64Array
}

/** The factor of each pair of labels, 0 where the second cannot follow. */
export function expTransitions(transitions: Float32Array): Float64Array {
  return Float64Array.from(transitions, (value, at) => (FOLLOWS[at % PAIRS] === 1 ? Math.exp(value) : 0))
}

/** Forward-backward. Source: Rabiner, A Tutorial on Hidden Markov Models (1989), with its scaling. */
export function computeMarginals(scores: Float32Array, forms: Uint8Array, factors: Float64Array): Marginals {
  const size = forms.length
  const emission = new Float64Array(size * L)
  const forward = new Float64Array(size * L)
  const backward = new Float64Array(size * L)
  const labels = new Float64Array(size * L)
  const norm = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const here = i * L
    let most = -Infinity
    for (let j = 0; j < L; j++) most = Math.max(most, scores[here + j] as number)
    const table = (forms[i] as number) * PAIRS
    let total = 0
    for (let j = 0; j < L; j++) {
      emission[here + j] = Math.exp((scores[here + j] as number) - most) + 1e-12
      let value = 0
      if (i === 0) value = isInside(j) ? 0 : 1
      else
        for (let p = 0; p < L; p++) value += (forward[here - L + p] as number) * (factors[table + p * L + j] as number)
      value *= emission[here + j] as number
      forward[here + j] = value
      total += value
    }
    for (let j = 0; j < L; j++) forward[here + j] = (forward[here + j] as number) / total
    norm[i] = total
  }
  for (let j = 0; j < L; j++) backward[(size - 1) * L + j] = 1
  for (let i = size - 2; i >= 0; i--) {
    const here = i * L
    const table = (forms[i + 1] as number) * PAIRS
    for (let j = 0; j < L; j++) {
      const rest = ((emission[here + L + j] as number) * (backward[here + L + j] as number)) / (norm[i + 1] as number)
      for (let p = 0; p < L; p++)
        backward[here + p] = (backward[here + p] as number) + (factors[table + p * L + j] as number) * rest
    }
  }
  for (let at = 0; at < size * L; at++) labels[at] = (forward[at] as number) * (backward[at] as number)
  return { size, labels, forward, backward, emission, norm }
}

/** How likely tokens `first` to `last` (excluded) are one name that begins with label `begin`, exactly so. */
export function nameProbability(
  m: Marginals,
  first: number,
  last: number,
  begin: number,
  forms: Uint8Array,
  factors: Float64Array,
): number {
  let path = m.forward[first * L + begin] as number
  for (let i = first + 1; i < last; i++) {
    const from = i === first + 1 ? begin : begin + 1
    const step = factors[(forms[i] as number) * PAIRS + from * L + begin + 1] as number
    path *= (step * (m.emission[i * L + begin + 1] as number)) / (m.norm[i] as number)
  }
  const label = last - first === 1 ? begin : begin + 1
  if (last === m.size) return path
  let rest = 0
  for (let j = 0; j < L; j++) {
    if (j === begin + 1) continue
    const step = factors[(forms[last] as number) * PAIRS + label * L + j] as number
    rest +=
      (step * (m.emission[last * L + j] as number) * (m.backward[last * L + j] as number)) / (m.norm[last] as number)
  }
  return path * rest
}
