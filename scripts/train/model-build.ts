import type { ModelParts } from '#electron/extraction/names/model-format.ts'
import { LABEL_COUNT as L } from '#electron/extraction/names/model-labels.ts'
import type { Weights } from './crf-learner.ts'

/** Drops small weights, keeps the `most` features that matter most, and rounds weights to a byte. */
export function quantise(
  keys: Uint32Array,
  weights: Weights,
  most: number,
  least: number,
): Pick<ModelParts, 'keys' | 'weights' | 'scale' | 'transitions'> {
  const importance = new Float32Array(keys.length)
  for (let row = 0; row < keys.length; row++) {
    for (let label = 0; label < L; label++) {
      importance[row] = Math.max(importance[row] ?? 0, Math.abs(weights.features[row * L + label] ?? 0))
    }
  }
  const sorted = importance.toSorted()
  const floor = Math.max(least, sorted[Math.max(0, sorted.length - most)] ?? 0)
  const rows = [...keys.keys()]
    .filter((row) => (importance[row] ?? 0) > floor)
    .toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
  const clip = Math.max(1e-6, sorted[sorted.length - 1 - Math.floor(rows.length * 0.001)] ?? 1)
  const scale = Math.fround(clip / 127)
  const rounded = new Int8Array(rows.length * L)
  for (const [to, row] of rows.entries()) {
    for (let label = 0; label < L; label++) {
      const value = weights.features[row * L + label] ?? 0
      if (Math.abs(value) >= least) rounded[to * L + label] = Math.max(-127, Math.min(127, Math.round(value / scale)))
    }
  }
  return {
    keys: Uint32Array.from(rows, (row) => keys[row] ?? 0),
    weights: rounded,
    scale,
    transitions: weights.transitions,
  }
}
