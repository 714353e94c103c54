/**
 * Turns what structured clone can copy into text and back, so that it survives the ways between page, test and main
 * process unchanged: `undefined`, bigint, Date, Map, Set, Error, ArrayBuffer and typed arrays among it.
 * Refuses by name what Electron's ports do not carry either, and values that hold themselves.
 */
export function encode(value: unknown): string {
  return JSON.stringify(pack(value, new Set()))
}

/** What `encode` was given. */
export function decode(text: string): unknown {
  return unpack(JSON.parse(text) as Packed) // only ever what `encode` wrote
}

type Packed = null | boolean | number | string | PackedList
// An interface, because a type may not name itself in a rest element.
interface PackedList extends Array<Packed> {}

const views = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as const

function pack(value: unknown, above: ReadonlySet<object>): Packed {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['number', Object.is(value, -0) ? '-0' : `${value}`]
    case 'undefined':
      return ['undefined']
    case 'bigint':
      return ['bigint', value.toString()]
    case 'object':
      return value === null ? null : packObject(value, above)
    default:
      throw new TypeError(`electron double: a ${typeof value} can't be carried`)
  }
}

function packObject(value: object, above: ReadonlySet<object>): Packed {
  if (above.has(value)) throw new TypeError("electron double: a value that holds itself can't be carried")
  const inside = new Set(above).add(value)
  const all = (items: Iterable<unknown>): Packed[] => Array.from(items, (item) => pack(item, inside))
  if (Array.isArray(value)) return ['array', ...all(value)]
  if (value instanceof Date) return ['date', pack(value.getTime(), inside)]
  if (value instanceof Map) return ['map', ...all([...value].flat())]
  if (value instanceof Set) return ['set', ...all(value)]
  if (value instanceof Error) return ['error', value.name, value.message]
  if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))]
  if (ArrayBuffer.isView(value)) return packView(value)
  const kind = Object.prototype.toString.call(value).slice(8, -1)
  if (kind !== 'Object') throw new TypeError(`electron double: a ${kind} can't be carried`)
  return ['object', ...all(Object.entries(value).flat())]
}

function packView(view: ArrayBufferView): Packed {
  // Buffer is a Uint8Array to everyone but Node.
  const kind = Object.prototype.toString.call(view).slice(8, -1)
  return ['view', kind, toBase64(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))]
}

function unpack(packed: Packed): unknown {
  if (!Array.isArray(packed)) return packed
  const [tag, ...rest] = packed
  const text = String(rest[0])
  switch (tag) {
    case 'undefined':
      return undefined
    case 'number':
      return Number(text)
    case 'bigint':
      return BigInt(text)
    case 'date':
      return new Date(Number(unpack(rest[0] ?? null)))
    case 'array':
      return rest.map(unpack)
    case 'set':
      return new Set(rest.map(unpack))
    case 'map':
      return new Map(pairs(rest))
    case 'object':
      return Object.fromEntries(pairs(rest) as [string, unknown][]) // keys were written from Object.entries
    case 'error':
      return Object.assign(new Error(String(rest[1])), { name: text })
    case 'buffer':
      return fromBase64(text).buffer
    case 'view':
      return unpackView(text, fromBase64(String(rest[1])))
    default:
      throw new TypeError(`electron double: unknown tag ${tag}`)
  }
}

function unpackView(kind: string, bytes: Uint8Array<ArrayBuffer>): ArrayBufferView {
  if (kind === 'DataView') return new DataView(bytes.buffer)
  const View = views[kind as keyof typeof views] // unknown ones are refused on the next line
  if (View === undefined) throw new TypeError(`electron double: a ${kind} can't be carried`)
  return new View(bytes.buffer)
}

function pairs(flat: readonly Packed[]): [unknown, unknown][] {
  const found: [unknown, unknown][] = []
  for (let at = 0; at < flat.length; at += 2) found.push([unpack(flat[at] ?? null), unpack(flat[at + 1] ?? null)])
  return found
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  const step = 0x8000 // more arguments than this overflow the stack
  for (let at = 0; at < bytes.length; at += step) text += String.fromCharCode(...bytes.subarray(at, at + step))
  return btoa(text)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text)
  const bytes = new Uint8Array(raw.length)
  for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at)
  return bytes
}
