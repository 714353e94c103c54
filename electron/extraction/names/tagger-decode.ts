import { canFollow, isInside, LABEL_COUNT as L } from './model-labels.ts'

const PAIRS = L * L
/** For each label, those that may stand before it. */
const BEFORE = Array.from({ length: L }, (_, next) =>
  Uint8Array.from(Array.from({ length: L }, (__, label) => label).filter((label) => canFollow(label, next))),
)

/** The best sequence of labels. `scores`: L for each token; `transitions`: see `ModelParts`; `forms`: one a token. */
export function bestLabels(scores: Float32Array, forms: Uint8Array, transitions: Float32Array): Uint8Array {
  const size = forms.length
  const best = new Float32Array(size * L)
  const from = new Uint8Array(size * L)
  for (let j = 0; j < L; j++) best[j] = isInside(j) ? -Infinity : (scores[j] as number)
  for (let i = 1; i < size; i++) {
    const table = (forms[i] as number) * PAIRS
    const before = (i - 1) * L
    for (let j = 0; j < L; j++) {
      let most = -Infinity
      let winner = 0
      for (const p of BEFORE[j] as Uint8Array) {
        const value = (best[before + p] as number) + (transitions[table + p * L + j] as number)
        if (value > most) {
          most = value
          winner = p
        }
      }
      best[i * L + j] = most + (scores[i * L + j] as number)
      from[i * L + j] = winner
    }
  }
  return trace(best, from, size)
}

function trace(best: Float32Array, from: Uint8Array, size: number): Uint8Array {
  const labels = new Uint8Array(size)
  let label = 0
  for (let j = 1; j < L; j++) if ((best[(size - 1) * L + j] ?? 0) > (best[(size - 1) * L + label] ?? 0)) label = j
  for (let i = size - 1; i >= 0; i--) {
    labels[i] = label
    label = from[i * L + label] as number
  }
  return labels
}
