import type { Figure } from '#shared/contract/entity.ts'
import { client } from './api.ts'
import { correct } from './correct.ts'

/** As many as one correction holds. */
const MOST_FIGURES = 200
const PAGE_SIZE = 100

/** Says that no two of these figures contradict each other. Gives how to take it back. */
export async function dismissDisagreement(figures: readonly Figure[]) {
  const ranges = figures.map(({ articleId, start, end }) => ({ articleId, start, end }))
  const { takeBack } = await correct({ kind: 'no-disagreement', figures: ranges.slice(0, MOST_FIGURES) })
  return takeBack
}

/** The same of all figures of a dispute. */
export async function dismissDispute(dispute: string) {
  const figures = new Map<string, Figure>()
  let cursor: string | undefined
  do {
    const page = await client.figure.disagreements({ dispute, limit: PAGE_SIZE, ...(cursor && { cursor }) })
    for (const { first, second } of page.items) for (const one of [first, second]) figures.set(one.id, one)
    cursor = page.nextCursor ?? undefined
  } while (cursor && figures.size < MOST_FIGURES)
  return dismissDisagreement([...figures.values()])
}
