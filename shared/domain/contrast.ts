import { escapeMarkdown } from '../text/escape-markdown.ts'

/** What is known of an entity that may set it apart from another. */
export interface KnownOf {
  readonly name: string
  /** The latest first. */
  readonly roles: readonly { readonly role: string; readonly publishedOn: string | null }[]
  /** Groups it is named with, the closest first. */
  readonly groups: readonly string[]
  readonly passage: { readonly words: string; readonly source: string } | null
}

const MOST_ROLES = 2
const MOST_GROUPS = 2
const MOST_PASSAGE_CHARS = 300

/**
 * A card that asks how two entities differ: Markdown of both sides. What both have in common is left out of the answer,
 * since it tells nobody apart; when nothing else is known the passages alone answer.
 */
export function writeContrast(one: KnownOf, other: KnownOf): { front: string; back: string } {
  const name = ({ name: words }: KnownOf) => `**${escapeMarkdown(words)}**`
  return {
    front: `How does ${name(one)} differ from ${name(other)}?`,
    back: `${describe(one, other)}\n\n${describe(other, one)}`,
  }
}

function describe(one: KnownOf, other: KnownOf): string {
  const folded = (words: string) => words.toLocaleLowerCase()
  const shared = new Set(other.roles.map(({ role }) => folded(role)))
  const roles = one.roles.filter(({ role }) => !shared.has(folded(role))).slice(0, MOST_ROLES)
  const groups = one.groups.filter((group) => !other.groups.includes(group)).slice(0, MOST_GROUPS)
  const facts = [
    roles.map(({ role, publishedOn }) => `${escapeMarkdown(role)}${yearOf(publishedOn)}`).join('; '),
    groups.length > 0 && `named with ${groups.map(escapeMarkdown).join(' and ')}`,
  ].filter(Boolean)
  const head = `**${escapeMarkdown(one.name)}**${facts.length > 0 ? `: ${facts.join('; ')}` : ''}`
  // The passage of one that names the other is no help where it is the same for both.
  const isSame = one.passage !== null && one.passage.words === other.passage?.words
  if (one.passage === null || (isSame && facts.length > 0)) return head
  return `${head}\n\n> ${escapeMarkdown(cut(one.passage.words))} (${escapeMarkdown(one.passage.source)})`
}

const yearOf = (publishedOn: string | null) => (publishedOn ? ` (${publishedOn.slice(0, 4)})` : '')

function cut(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= MOST_PASSAGE_CHARS ? line : `${line.slice(0, MOST_PASSAGE_CHARS).trimEnd()}…`
}
