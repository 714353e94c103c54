import { FORM_COUNT } from './features-word.ts'
import { ByteReader, ByteWriter } from './model-bytes.ts'
import { LABEL_COUNT } from './model-labels.ts'

/** What the file holds. Keys are sorted and differ; weights are `scale` times a whole number from -127 to 127. */
export interface ModelParts {
  readonly keys: Uint32Array
  /** `LABEL_COUNT` for each key. */
  readonly weights: Int8Array
  readonly scale: number
  /** `FORM_COUNT` x `LABEL_COUNT` x `LABEL_COUNT`, in the unit of `weights` times `scale`. */
  readonly transitions: Float32Array
  /** Clusters and lists by hash of the word: see `Lexicon`. */
  readonly clusters: ReadonlyMap<number, number>
  readonly lists: ReadonlyMap<number, number>
  /** How likely the tagger thinks a name is, and how often it is then right: pairs (0..1) by the first. */
  readonly calibration: Float32Array
}

const MAGIC = 0x31524e44 // "DNR1"

/** Writes a model as bytes; the same parts give the same bytes. */
export function encodeNameModel(parts: ModelParts): Uint8Array {
  const out = new ByteWriter()
  out.uint32(MAGIC)
  out.uint32(LABEL_COUNT * 256 + FORM_COUNT)
  out.float32(parts.scale)
  out.varint(parts.transitions.length)
  for (const value of parts.transitions) out.float32(value)
  out.varint(parts.calibration.length)
  for (const value of parts.calibration) out.float32(value)
  writeRows(out, parts)
  writeMap(out, parts.clusters)
  writeMap(out, parts.lists)
  return out.bytes()
}

function writeRows(out: ByteWriter, { keys, weights }: ModelParts): void {
  out.varint(keys.length)
  let before = 0
  for (const [row, key] of keys.entries()) {
    out.varint(key - before)
    before = key
    const values = weights.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT)
    let mask = 0
    for (const [label, value] of values.entries()) if (value !== 0) mask |= 1 << label
    out.varint(mask)
    for (const value of values) if (value !== 0) out.byte(value & 0xff)
  }
}

function writeMap(out: ByteWriter, map: ReadonlyMap<number, number>): void {
  const entries = [...map].toSorted(([a], [b]) => a - b)
  out.varint(entries.length)
  let before = 0
  for (const [key, value] of entries) {
    out.varint(key - before)
    before = key
    out.varint(value)
  }
}

/** Reads what `encodeNameModel` wrote. Throws on any other file and on one of another version or cut short. */
export function decodeNameModel(bytes: Uint8Array): ModelParts {
  const input = new ByteReader(bytes)
  if (input.uint32() !== MAGIC || input.uint32() !== LABEL_COUNT * 256 + FORM_COUNT) {
    throw new Error('Not a name model of this version')
  }
  const scale = input.float32()
  const transitions = Float32Array.from({ length: input.varint() }, () => input.float32())
  const calibration = Float32Array.from({ length: input.varint() }, () => input.float32())
  const { keys, weights } = readRows(input)
  return { scale, transitions, calibration, keys, weights, clusters: readMap(input), lists: readMap(input) }
}

function readRows(input: ByteReader): { keys: Uint32Array; weights: Int8Array } {
  const keys = new Uint32Array(input.varint())
  const weights = new Int8Array(keys.length * LABEL_COUNT)
  let key = 0
  for (let row = 0; row < keys.length; row++) {
    key += input.varint()
    keys[row] = key
    const mask = input.varint()
    for (let label = 0; label < LABEL_COUNT; label++) {
      if ((mask >> label) & 1) weights[row * LABEL_COUNT + label] = input.byte()
    }
  }
  return { keys, weights }
}

function readMap(input: ByteReader): Map<number, number> {
  const map = new Map<number, number>()
  let key = 0
  for (let left = input.varint(); left > 0; left--) {
    key += input.varint()
    map.set(key, input.varint())
  }
  return map
}
