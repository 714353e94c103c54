import { describe, expect, it } from 'vitest'
import type { AnswerGrade } from '#shared/domain/scheduling.ts'
import { seededChance } from '#shared/domain/spread-load.ts'
import { studyDayStart } from '#shared/domain/study-days.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 5, 12)

describe('a year of study', () => {
  it('loses no card, and shows none while it is put off or set aside, or before its day', {
    timeout: 120_000,
  }, async () => {
    const { core, client, failures } = openTestCore(START)
    try {
      const chance = seededChance('a year')
      await client.settings.set({ newCardsPerDay: 3 })
      for (let n = 0; n < 60; n++)
        await client.card.create({
          kind: n % 4 ? 'basic' : 'reversed',
          front: `q${n}`,
          back: `a${n}`,
          tags: [`t${n % 5}`],
        })
      await client.deck.create({
        rule: { kind: 'tag', value: 't1' },
        options: { newCardsPerDay: 1, desiredRetention: 0.95 },
      })
      const total = (await client.card.browse({ limit: 1 })).total
      const hiddenUntil = new Map<string, number>()
      const aside = new Set<string>()
      const wrong: unknown[] = []
      for (let day = 0; day < 365; day++) {
        let now = START + day * DAY
        for (let turn = 0; turn < 40; turn++, now += 120_000) {
          const next = await client.review.next({ now })
          if (!next) break
          const isEarly = next.state !== 'new' && studyDayStart(next.dueAtMs, 4) > now
          if (isEarly || next.suspended || aside.has(next.id) || (hiddenUntil.get(next.id) ?? 0) > now) wrong.push(next)
          if (chance() < 0.03) {
            const { buriedUntilMs } = await client.card.bury({ cardId: next.id, now })
            hiddenUntil.set(next.id, buriedUntilMs ?? 0)
          } else if (chance() < 0.01) {
            await client.card.suspend({ cardId: next.id })
            aside.add(next.id)
          } else {
            const grade: AnswerGrade = chance() < 0.12 ? 1 : chance() < 0.1 ? 2 : 3
            const { card } = await client.review.answer({ cardId: next.id, grade, now })
            if (card.suspended) aside.add(card.id)
          }
        }
        const [first] = aside
        if (day % 20 === 19 && first) {
          await client.card.suspend({ cardId: first, suspended: false })
          aside.delete(first)
        }
      }
      const { items } = await client.card.browse({ limit: 200 })
      const end = START + 365 * DAY
      expect(wrong).toEqual([])
      expect(items).toHaveLength(total)
      expect(items.every(({ reps }) => reps > 0)).toBe(true)
      // What may be asked has been: nothing has waited for longer than a day.
      expect(items.filter(({ suspended, dueAtMs }) => !suspended && dueAtMs < end - 2 * DAY)).toEqual([])
      expect(failures).toEqual([])
    } finally {
      await core.close()
    }
  })
})
