import type { Example } from './dataset.ts'

/** Replaces the keys of all examples by indexes, in the order they are met; gives the keys by index. */
export function indexFeatures(examples: readonly Example[]): Uint32Array {
  let table = new KeyTable(20)
  for (const { features } of examples) {
    if (table.size + features.length > table.capacity * 0.6) table = table.grown()
    for (let at = 0; at < features.length; at++) features[at] = table.indexOf(features[at] as number)
  }
  return table.keysByIndex()
}

/** Numbers 32-bit keys in open addressing: a JavaScript Map holds at most 16.7 million. */
class KeyTable {
  size = 0
  readonly capacity: number
  readonly #keys: Uint32Array
  /** One more than the index; 0 in a free slot. */
  readonly #numbers: Uint32Array

  constructor(bits: number) {
    this.capacity = 1 << bits
    this.#keys = new Uint32Array(this.capacity)
    this.#numbers = new Uint32Array(this.capacity)
  }

  indexOf(key: number): number {
    let slot = key & (this.capacity - 1)
    while (this.#numbers[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & (this.capacity - 1)
    if (this.#numbers[slot] === 0) {
      this.#keys[slot] = key
      this.#numbers[slot] = ++this.size
    }
    return (this.#numbers[slot] as number) - 1
  }

  keysByIndex(): Uint32Array {
    const keys = new Uint32Array(this.size)
    for (const [slot, number] of this.#numbers.entries()) if (number > 0) keys[number - 1] = this.#keys[slot] as number
    return keys
  }

  grown(): KeyTable {
    const larger = new KeyTable(32 - Math.clz32(this.capacity))
    for (const key of this.keysByIndex()) larger.indexOf(key)
    return larger
  }
}
