import type { AsOf } from '#electron/store/queries/as-of.ts'
import type { AsOf as AskedAsOf } from '#shared/contract/entity.ts'

/** The moment that was asked for. A day of reading ends with the person's midnight, which is that of this machine. */
export function readAsOf(asked: AskedAsOf | undefined): AsOf | null {
  if (!asked) return null
  if (asked.by === 'published') return { by: 'published', day: asked.day }
  const [year = 0, month = 1, day = 1] = asked.day.split('-').map(Number)
  return { by: 'read', untilMs: new Date(year, month - 1, day + 1).getTime() }
}
