/** A 32-bit hash of a string (FNV-1a, then mixed). The same on every machine. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return avalanche(hash)
}

/** The key of a feature: its template's number with one or two values. */
export function featureKey(template: number, a: number, b = 0): number {
  const first = avalanche(Math.imul(template, 0x9e3779b1) ^ a)
  return avalanche(Math.imul(first, 0x01000193) ^ b)
}

/** The key of a feature with three values. */
export function featureKey3(template: number, a: number, b: number, c: number): number {
  return featureKey(template, featureKey(template, a, b), c)
}

/** Source: finaliser of MurmurHash3 (public domain), which spreads every bit of the input over the output. */
function avalanche(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
