import { FORM_COUNT } from '#electron/extraction/names/features-word.ts'
import { LABEL_COUNT } from '#electron/extraction/names/model-labels.ts'
import { Learner, type StepOptions, type Weights } from './crf-learner.ts'
import type { Example } from './dataset.ts'
import { randomFrom } from './random.ts'

export interface TrainingOptions extends StepOptions {
  readonly seed: number
  readonly epochs: number
  readonly rate: number
  readonly report: (line: string) => void
}

/** The last third of the epochs takes smaller steps, and its weights are averaged. */
const LAST_SHARE = 1 / 3
const LAST_RATE = 0.4

/**
 * Learns a linear-chain conditional random field from indexed examples. The same seed and examples give the same
 * weights, bit for bit.
 */
export function trainCrf(examples: readonly Example[], featureCount: number, options: TrainingOptions): Weights {
  const weights = emptyWeights(featureCount)
  const mean = emptyWeights(featureCount)
  const learner = new Learner(weights, options)
  const random = randomFrom(options.seed)
  const order = [...examples]
  const averaged = Math.max(1, Math.floor(options.epochs * LAST_SHARE))
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    const isLast = epoch > options.epochs - averaged
    shuffle(order, random)
    let loss = 0
    for (const example of order)
      loss += learner.learn(example, isLast ? options.rate * LAST_RATE : options.rate, random)
    if (isLast) addShare(mean, weights, averaged)
    options.report(`epoch ${epoch}: loss ${loss.toFixed(0)}`)
  }
  return mean
}

/** The mean of several runs over the same features. */
export function averageWeights(runs: readonly Weights[]): Weights {
  const mean = emptyWeights((runs[0]?.features.length ?? 0) / LABEL_COUNT)
  for (const run of runs) addShare(mean, run, runs.length)
  return mean
}

function emptyWeights(featureCount: number): Weights {
  return {
    features: new Float32Array(featureCount * LABEL_COUNT),
    transitions: new Float32Array(FORM_COUNT * LABEL_COUNT * LABEL_COUNT),
  }
}

function addShare(sum: Weights, weights: Weights, parts: number): void {
  for (const name of ['features', 'transitions'] as const) {
    const [to, from] = [sum[name], weights[name]]
    for (let at = 0; at < to.length; at++) to[at] = (to[at] as number) + (from[at] as number) / parts
  }
}

/** Source: Fisher-Yates, as in Knuth, The Art of Computer Programming, volume 2, 3.4.2. */
function shuffle(items: Example[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [a, b] = [items[at], items[other]]
    if (a === undefined || b === undefined) continue
    items[at] = b
    items[other] = a
  }
}
