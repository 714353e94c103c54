/** Bits of the filter: most keys asked for are unknown, and a megabyte stays in the processor's cache. */
const FILTER_BITS = 23
const FILTER_MASK = (1 << FILTER_BITS) - 1

/** Finds the row of a 32-bit key: open addressing, at most half full, behind a filter that knows most strangers. */
export class FeatureTable {
  readonly #mask: number
  readonly #shift: number
  /** For each slot the key and one more than the row; 0 in a free slot. Side by side, so that one look fetches both. */
  readonly #slots: Uint32Array
  readonly #filter: Uint32Array

  /** Row `i` is that of `keys[i]`; the keys differ. Sorted keys fill the table from front to back, which is fast. */
  constructor(keys: Uint32Array) {
    const bits = Math.max(4, 33 - Math.clz32(keys.length))
    this.#mask = (1 << bits) - 1
    this.#shift = 32 - bits
    this.#slots = new Uint32Array(2 << bits)
    this.#filter = new Uint32Array(1 << (FILTER_BITS - 5))
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row] as number
      let slot = key >>> this.#shift
      while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.#mask
      this.#slots[2 * slot] = key
      this.#slots[2 * slot + 1] = row + 1
      const bit = key & FILTER_MASK
      this.#filter[bit >>> 5] = (this.#filter[bit >>> 5] as number) | (1 << (bit & 31))
    }
  }

  /** The row, or -1 when the key is unknown. */
  rowOf(key: number): number {
    const bit = key & FILTER_MASK
    if ((((this.#filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) return -1
    let slot = key >>> this.#shift
    for (let row = this.#slots[2 * slot + 1] as number; row !== 0; row = this.#slots[2 * slot + 1] as number) {
      if (this.#slots[2 * slot] === key) return row - 1
      slot = (slot + 1) & this.#mask
    }
    return -1
  }
}
