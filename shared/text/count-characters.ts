/**
 * How many whole characters (code points) stand before `offset` (UTF-16 code units): the count by which other programs
 * give places. Linear.
 */
export function countCharacters(text: string, offset: number): number {
  let count = 0
  for (let index = 0; index < offset; index += 1) {
    if (!isWithinCharacter(text, index)) count += 1
  }
  return count
}

/** Whether `offset` parts the two code units of one character. */
export function isWithinCharacter(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff && offset > 0 && isFirstHalf(text.charCodeAt(offset - 1))
}

/** Where so many whole characters end, in UTF-16 code units; null when the text has fewer. Linear. */
export function offsetOf(text: string, characters: number): number | null {
  let offset = 0
  for (let count = 0; count < characters; count += 1) {
    if (offset >= text.length) return null
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
  }
  return offset
}

function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
