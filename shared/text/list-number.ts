/** Whether the words of a list item begin with the number that they had. */
export function isNumbered(text: string): boolean {
  return /^\d{1,4}[.)]\s/.test(text)
}
