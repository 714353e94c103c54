import type { Deck } from '#shared/contract/deck.ts'
import { client } from './api.ts'
import { holdUndo } from './hold-undo.ts'

/** What was set, and how to take it back. */
export interface DeadlineSet {
  /** Null when there is no deck for it any more. */
  readonly deck: Deck | null
  readonly takeBack: Awaited<ReturnType<typeof holdUndo>>
}

/** Gives whatever a rule chooses a day by which to know it, or takes the day away. */
export async function setDeadline(rule: Deck['rule'], deadline: Deck['deadline']): Promise<DeadlineSet> {
  const deck = await client.deck.setDeadline({ rule, deadline })
  return { deck, takeBack: await holdUndo() }
}

/** The deck of just that rule. */
export function deckOfRule(decks: readonly Deck[] | undefined, { kind, value }: Deck['rule']): Deck | undefined {
  return decks?.find(({ rule }) => rule.kind === kind && rule.value === value)
}
