/** A larger picture is refused. */
export const MOST_PICTURE_BYTES = 5 * 1024 * 1024

/** The first bytes of each kind of picture: what a file says of itself is not asked. */
const beginnings: readonly (readonly [mediaType: string, bytes: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
]

/** What kind of picture bytes are, or null when they are none that is shown. */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  return beginnings.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0] ?? null
}
