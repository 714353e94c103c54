/** Digits and a plus in five rows of three, a bit for each dot, the leftmost the highest. */
const GLYPHS: Readonly<Record<string, readonly number[]>> = {
  0: [7, 5, 5, 5, 7],
  1: [2, 6, 2, 2, 7],
  2: [7, 1, 7, 4, 7],
  3: [7, 1, 7, 1, 7],
  4: [5, 5, 7, 1, 1],
  5: [7, 4, 7, 1, 7],
  6: [7, 4, 7, 5, 7],
  7: [7, 1, 1, 2, 2],
  8: [7, 5, 7, 5, 7],
  9: [7, 5, 7, 1, 7],
  '+': [0, 2, 7, 2, 0],
}
const SIDE = 32
const DOT = 3
/** Blue, green, red, opaque. */
const DISC = [0x2b, 0x39, 0xc0, 0xff] as const
const WHITE = [0xff, 0xff, 0xff, 0xff] as const

/**
 * A disc with a number, `9+` from ten on: for the taskbar of Windows, which shows pictures and no numbers. Rows from the
 * top, four bytes a dot: blue, green, red, opacity. Source: Electron's `nativeImage.createFromBitmap`.
 */
export function drawBadge(count: number): { readonly bitmap: Buffer; readonly side: number } {
  const bitmap = Buffer.alloc(SIDE * SIDE * 4)
  const put = (x: number, y: number, color: readonly number[]) => bitmap.set(color, (y * SIDE + x) * 4)
  const middle = (SIDE - 1) / 2
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) if (Math.hypot(x - middle, y - middle) < SIDE / 2) put(x, y, DISC)
  const glyphs = [...(count > 9 ? '9+' : String(count))].map((letter) => GLYPHS[letter] ?? [])
  const width = (glyphs.length * 4 - 1) * DOT
  const [left, top] = [Math.round((SIDE - width) / 2), Math.round((SIDE - 5 * DOT) / 2)]
  for (const [place, rows] of glyphs.entries())
    for (const [row, bits] of rows.entries())
      for (let column = 0; column < 3; column++) {
        if ((bits & (4 >> column)) === 0) continue
        for (let dot = 0; dot < DOT * DOT; dot++)
          put(left + (place * 4 + column) * DOT + (dot % DOT), top + row * DOT + Math.floor(dot / DOT), WHITE)
      }
  return { bitmap, side: SIDE }
}
