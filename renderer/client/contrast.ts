import type { Confusion } from '#shared/contract/confusion.ts'
import { client } from './api.ts'

/** Makes the card that asks how two entities differ; gives whether there was none before. */
export async function makeContrast({ entityId, otherId }: Pick<Confusion, 'entityId' | 'otherId'>): Promise<boolean> {
  return (await client.confusion.contrast({ entityId, otherId })).isNew
}

/** The first pair that no card tells apart yet. */
export function firstWithout(confusions: readonly Confusion[] | undefined): Confusion | undefined {
  return confusions?.find(({ contrastCardId }) => contrastCardId === null)
}
