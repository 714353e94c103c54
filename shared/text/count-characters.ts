/**
 * How many whole characters (code points) stand before `offset` (UTF-16 code units): the count by which other programs
 * give places. Linear.
 */
export function countCharacters(text: string, offset: number): number {
  let count = 0
  for (let index = 0; index < offset; index += 1) {
    const unit = text.charCodeAt(index)
    const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff && index > 0 && isFirstHalf(text.charCodeAt(index - 1))
    if (!isSecondHalf) count += 1
  }
  return count
}

function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
