import { afterAll, describe, expect, it } from 'vitest'
import { createTextWorker } from '#electron/workers/text-worker.ts'
import { foretell, type History } from '#shared/domain/foretelling.ts'
import { defaultParameters } from '#shared/domain/scheduling.ts'
import { workerFile } from '#test/support/built-worker.ts'
import { simulateLearner } from '#test/support/learner.ts'

const worker = createTextWorker(workerFile)
afterAll(() => worker.close())

/** A mind that forgets faster at first and holds longer later than FSRS-6 expects. */
const truth = defaultParameters.map((value, index) => (index < 4 ? value * 0.35 : index === 8 ? value * 1.15 : value))

function historiesOf(count: number): History[] {
  const { answers } = simulateLearner({ days: 200, newPerDay: 8, spread: 'exact', truth })
  const histories = new Map<number, { grades: History['grades'][number][]; elapsedDays: number[] }>()
  for (const { card, grade, elapsedDays } of answers.slice(0, count)) {
    const history = histories.get(card) ?? { grades: [], elapsedDays: [] }
    history.grades.push(grade)
    history.elapsedDays.push(elapsedDays)
    histories.set(card, history)
  }
  return [...histories.values()]
}

function inputOf(histories: readonly History[]) {
  return {
    grades: Uint8Array.from(histories.flatMap(({ grades }) => grades)),
    elapsedDays: Uint16Array.from(histories.flatMap(({ elapsedDays }) => elapsedDays)),
    lengths: Uint32Array.from(histories.map(({ grades }) => grades.length)),
    parameters: defaultParameters,
  }
}

describe('fitting', () => {
  it('brings the log loss of ten thousand answers down to about that of the mind that gave them', {
    timeout: 60_000,
  }, async () => {
    const histories = historiesOf(10_000)
    const outcome = await worker.run('fitMemory', inputOf(histories))
    if (outcome.kind !== 'fitted') throw new Error('There were answers enough.')
    const best = foretell(histories, truth).logLoss
    expect(outcome.parameters).toHaveLength(21)
    expect(outcome.after.logLoss).toBeLessThan(outcome.before.logLoss)
    expect(outcome.after.logLoss).toBeLessThan(best + 0.1 * (outcome.before.logLoss - best) + 0.001)
    expect(outcome.after.rmse).toBeLessThan(outcome.before.rmse)
  })

  it('says so when there are too few answers to fit to', async () => {
    expect((await worker.run('fitMemory', inputOf(historiesOf(120)))).kind).toBe('few')
  })
})
