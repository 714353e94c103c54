import { parseHTML } from 'linkedom'

const known = new Map<string, string>()
const MAX_KNOWN = 3000

/** A text in which HTML's character references stand as the characters they mean; what is none is left. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (reference) => {
    const decoded = known.get(reference) ?? parseHTML(`<p>${reference}</p>`).document.querySelector('p')?.textContent
    if (known.size < MAX_KNOWN) known.set(reference, decoded ?? reference)
    return decoded ?? reference
  })
}
