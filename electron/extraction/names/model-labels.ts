/** What a name can be. NORP: nationality, faith or political group. MISC: works, events, laws, products. */
export const NAME_TYPES = ['PER', 'ORG', 'LOC', 'MISC', 'NORP'] as const

export type NameType = (typeof NAME_TYPES)[number]

/** Labels of tokens: 0 is "outside", then for each type one that begins a name and one that goes on with it. */
export const LABEL_COUNT = 1 + 2 * NAME_TYPES.length

/** The label of the first token of a name. */
export function beginLabel(type: NameType): number {
  return 1 + 2 * NAME_TYPES.indexOf(type)
}

/** The label of the later tokens of a name. */
export function insideLabel(type: NameType): number {
  return 2 + 2 * NAME_TYPES.indexOf(type)
}

/** Whether the label goes on with a name, so that it can only follow a label of the same type. */
export function isInside(label: number): boolean {
  return label > 0 && label % 2 === 0
}

/** The type a label stands for; null for "outside". */
export function typeOfLabel(label: number): NameType | null {
  return label === 0 ? null : (NAME_TYPES[(label - 1) >> 1] ?? null)
}

/** Whether `next` can follow `label`. */
export function canFollow(label: number, next: number): boolean {
  return !isInside(next) || label === next || label === next - 1
}
