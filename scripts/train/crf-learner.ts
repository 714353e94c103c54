import { FORM_COUNT } from '#electron/extraction/names/features-word.ts'
import { canFollow, isInside, LABEL_COUNT as L } from '#electron/extraction/names/model-labels.ts'
import type { Example } from './dataset.ts'

/** Weights by feature and label, and of label pairs by the form of the second token. */
export interface Weights {
  readonly features: Float32Array
  readonly transitions: Float32Array
}

/** How one step learns. */
export interface StepOptions {
  /** Pull of each weight towards zero. */
  readonly decay: number
  /** Share of the features of each token left out while learning, so that none is leant on alone. */
  readonly dropout: number
}

const PAIRS = L * L
const FOLLOWS = Uint8Array.from({ length: PAIRS }, (_, pair) => (canFollow(Math.floor(pair / L), pair % L) ? 1 : 0))
const STARTS = Uint8Array.from({ length: L }, (_, label) => (isInside(label) ? 0 : 1))

/**
 * Learns one sentence at a time, by AdaGrad on the likelihood of a conditional random field. Where labels are only partly
 * known, all paths they allow count together. Source: Lafferty et al. (2001); Duchi et al. (2011); Tsuboi et al. (2008).
 */
export class Learner {
  readonly #weights: Weights
  readonly #options: StepOptions
  readonly #squares: Float32Array
  readonly #transitionSquares: Float32Array
  /** Exponentials of the transitions; 0 where a label cannot follow. */
  readonly #factors: Float64Array
  readonly #pairGradient = new Float64Array(FORM_COUNT * PAIRS)
  readonly #activeLabels = new Uint8Array(L)
  readonly #activeGradients = new Float64Array(L)
  #kept = new Uint32Array(1024)
  #keptBounds = new Uint32Array(1024)
  #emission = new Float64Array(0)
  #forward = new Float64Array(0)
  #backward = new Float64Array(0)
  #expected = new Float64Array(0)
  #target = new Float64Array(0)
  #scale = new Float64Array(0)

  constructor(weights: Weights, options: StepOptions) {
    this.#weights = weights
    this.#options = options
    this.#squares = new Float32Array(weights.features.length)
    this.#transitionSquares = new Float32Array(weights.transitions.length)
    this.#factors = Float64Array.from(weights.transitions, (_, i) => FOLLOWS[i % PAIRS] ?? 0)
  }

  /** One step; gives the loss (negative log-likelihood). */
  learn(example: Example, rate: number, random: () => number): number {
    const size = example.allowed.length
    this.#reserve(size, example.features.length)
    this.#drop(example, random)
    this.#emission.fill(0, 0, size * L)
    this.#emit(size)
    this.#pairGradient.fill(0)
    const logAll = this.#marginals(example, size, false, this.#expected, -1)
    const logGold = this.#marginals(example, size, true, this.#target, 1)
    this.#update(size, rate, example.weight)
    this.#updateTransitions(example, rate)
    return (logAll - logGold) * example.weight
  }

  #reserve(size: number, features: number): void {
    if (this.#kept.length < features) this.#kept = new Uint32Array(features * 2)
    if (this.#keptBounds.length <= size + 1) this.#keptBounds = new Uint32Array(size * 2 + 2)
    if (this.#emission.length >= size * L) return
    const length = size * 2 * L
    this.#emission = new Float64Array(length)
    this.#forward = new Float64Array(length)
    this.#backward = new Float64Array(length)
    this.#expected = new Float64Array(length)
    this.#target = new Float64Array(length)
    this.#scale = new Float64Array(size * 2)
  }

  #drop(example: Example, random: () => number): void {
    const { features, bounds, allowed } = example
    let size = 0
    for (let token = 0; token < allowed.length; token++) {
      this.#keptBounds[token] = size
      const end = bounds[token + 1] ?? 0
      for (let at = bounds[token] ?? 0; at < end; at++)
        if (random() >= this.#options.dropout) this.#kept[size++] = features[at] ?? 0
    }
    this.#keptBounds[allowed.length] = size
  }

  #emit(size: number): void {
    const emission = this.#emission
    const kept = this.#kept
    const keptBounds = this.#keptBounds
    const W = this.#weights.features
    for (let token = 0; token < size; token++) {
      const base = token * L
      const end = keptBounds[token + 1] as number
      for (let at = keptBounds[token] as number; at < end; at++) {
        const from = (kept[at] as number) * L
        for (let label = 0; label < L; label++)
          emission[base + label] = (emission[base + label] as number) + (W[from + label] as number)
      }
      let most = -Infinity
      for (let label = 0; label < L; label++) most = Math.max(most, emission[base + label] as number)
      for (let label = 0; label < L; label++)
        emission[base + label] = Math.exp((emission[base + label] as number) - most) + 1e-13
    }
  }

  /** Forward and backward in scaled probabilities; adds `sign` times the expected label pairs to the gradient. */
  #marginals(example: Example, size: number, isGold: boolean, out: Float64Array, sign: number): number {
    const emission = this.#emission
    const forward = this.#forward
    const backward = this.#backward
    const T = this.#factors
    const scale = this.#scale
    const pairGradient = this.#pairGradient
    const { allowed, forms } = example
    let log = 0
    for (let i = 0; i < size; i++) {
      const mask = isGold ? (allowed[i] as number) : -1
      const here = i * L
      const before = here - L
      const t = (forms[i] as number) * PAIRS
      let total = 0
      for (let j = 0; j < L; j++) {
        let value = 0
        if ((mask >> j) & 1) {
          if (i === 0) value = STARTS[j] as number
          else for (let p = 0; p < L; p++) value += (forward[before + p] as number) * (T[t + p * L + j] as number)
          value *= emission[here + j] as number
        }
        forward[here + j] = value
        total += value
      }
      for (let j = 0; j < L; j++) forward[here + j] = (forward[here + j] as number) / total
      scale[i] = total
      log += Math.log(total)
    }
    for (let j = 0; j < L; j++) backward[(size - 1) * L + j] = 1
    for (let i = size - 2; i >= 0; i--) {
      const mask = isGold ? (allowed[i + 1] as number) : -1
      const here = i * L
      const after = here + L
      const t = (forms[i + 1] as number) * PAIRS
      const z = scale[i + 1] as number
      for (let p = 0; p < L; p++) backward[here + p] = 0
      for (let j = 0; j < L; j++) {
        if (!((mask >> j) & 1)) continue
        const rest = ((emission[after + j] as number) * (backward[after + j] as number)) / z
        for (let p = 0; p < L; p++) {
          const step = (T[t + p * L + j] as number) * rest
          backward[here + p] = (backward[here + p] as number) + step
          pairGradient[t + p * L + j] =
            (pairGradient[t + p * L + j] as number) + sign * (forward[here + p] as number) * step
        }
      }
    }
    for (let at = 0; at < size * L; at++) out[at] = (forward[at] as number) * (backward[at] as number)
    return log
  }

  #update(size: number, rate: number, weight: number): void {
    const kept = this.#kept
    const keptBounds = this.#keptBounds
    const target = this.#target
    const expected = this.#expected
    const squares = this.#squares
    const activeLabels = this.#activeLabels
    const activeGradients = this.#activeGradients
    const W = this.#weights.features
    const decay = this.#options.decay
    for (let token = 0; token < size; token++) {
      const base = token * L
      const end = keptBounds[token + 1] as number
      let active = 0
      for (let label = 0; label < L; label++) {
        const gradient = ((target[base + label] as number) - (expected[base + label] as number)) * weight
        if (gradient < 1e-3 && gradient > -1e-3) continue
        activeLabels[active] = label
        activeGradients[active++] = gradient
      }
      if (active === 0) continue
      for (let at = keptBounds[token] as number; at < end; at++) {
        const from = (kept[at] as number) * L
        for (let k = 0; k < active; k++) {
          const slot = from + (activeLabels[k] as number)
          const step = (activeGradients[k] as number) - decay * (W[slot] as number)
          const square = (squares[slot] as number) + step * step
          squares[slot] = square
          W[slot] = (W[slot] as number) + (rate * step) / Math.sqrt(square + 0.01)
        }
      }
    }
  }

  #updateTransitions(example: Example, rate: number): void {
    const pairGradient = this.#pairGradient
    const transitionSquares = this.#transitionSquares
    const factors = this.#factors
    const T = this.#weights.transitions
    const done = new Uint8Array(FORM_COUNT)
    for (let i = 1; i < example.forms.length; i++) {
      const form = example.forms[i] as number
      if (done[form]) continue
      done[form] = 1
      for (let pair = form * PAIRS; pair < (form + 1) * PAIRS; pair++) {
        const gradient = (pairGradient[pair] as number) * example.weight
        if (gradient === 0 || FOLLOWS[pair % PAIRS] === 0) continue
        const square = (transitionSquares[pair] as number) + gradient * gradient
        transitionSquares[pair] = square
        T[pair] = (T[pair] as number) + (rate * gradient) / Math.sqrt(square + 0.01)
        factors[pair] = Math.exp(T[pair] as number)
      }
    }
  }
}
