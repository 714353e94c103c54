import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Keeps what was read out of memory until it is wanted: a thousand books would fill it. */
export interface Spill<Item> {
  /** Keeps an item under a number. */
  put(id: number, item: Item): void
  /** The item as it was put. Throws when there is none. */
  get(id: number): Item
  close(): void
}

/** A folder of this program's own, which no other person of the computer may read; it goes with `close`. */
export function createSpill<Item>(): Spill<Item> {
  const dir = mkdtempSync(join(tmpdir(), 'dossier-import-'))
  const fileOf = (id: number) => join(dir, String(id))
  return {
    put: (id, item) => writeFileSync(fileOf(id), serialize(item)),
    // Written by `put` alone, from an item.
    get: (id) => deserialize(readFileSync(fileOf(id))) as Item,
    close: () => rmSync(dir, { recursive: true, force: true }),
  }
}
