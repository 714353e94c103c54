/** A number from 0 up to 1, each call another. */
export type Random = () => number

/** Random numbers that are the same for the same seed. Source: mulberry32, public domain. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The items in another order, each order as likely. Source: Fisher and Yates. */
export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1))
    const [a, b] = [mixed[last] as Item, mixed[at] as Item]
    mixed[last] = b
    mixed[at] = a
  }
  return mixed
}
