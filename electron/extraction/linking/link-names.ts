import { findAcronyms } from '../names/acronyms.ts'
import type { NameSpan } from '../names/name-span.ts'
import { indicesIn } from '../names/names-in.ts'
import { type ReadText, sliceTokens, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { aliasKey, findKnownFullName } from './known-aliases.ts'
import { linkPeople } from './link-people.ts'
import { addEntity, join, type LinkedEntity, type Links } from './links.ts'
import { foldName } from './name-key.ts'

/**
 * Says which names of an article mean the same. People join by surname and given name, groups by brackets, by what
 * "also known as" says and by general knowledge, places by their names. Two people with one surname stay two,
 * and a short name that could be either of them is nobody's.
 */
export function linkNames(
  document: ReadText,
  names: readonly NameSpan[],
  sentences: readonly (Sentence | undefined)[],
): Links {
  const surfaces = names.map((name) => sliceTokens(document, name.first, name.last).replace(/\s+/g, ' '))
  const links: Links = { entities: [], of: new Array<number>(names.length).fill(-1), open: new Set() }
  linkPeople(links, document, names, surfaces, sentences)
  linkOthers(links, document, names, surfaces)
  return inOrder(links)
}

function linkOthers(links: Links, document: ReadText, names: readonly NameSpan[], surfaces: readonly string[]): void {
  const same = new SameNames()
  for (const [long, short] of shortForms(document, names))
    same.join(groupKey(surfaces[long]), groupKey(surfaces[short]))
  for (const [name, alias] of statedAliases(document, names)) {
    same.join(groupKey(surfaces[name]), groupKey(surfaces[alias]))
  }
  joinParties(same, names, surfaces)
  const byKey = new Map<string, number>()
  for (const [index, name] of names.entries()) {
    if (name.kind === 'person' || (links.of[index] ?? -1) >= 0) continue
    const key = `${name.kind} ${same.find(groupKey(surfaces[index]))}`
    const entity = byKey.get(key) ?? addEntity(links, name)
    byKey.set(key, entity)
    join(links, entity, index)
  }
}

/** "Congress" is the "Congress party" where an article names both. */
function joinParties(same: SameNames, names: readonly NameSpan[], surfaces: readonly string[]): void {
  const groups = new Set(surfaces.filter((_, index) => names[index]?.kind === 'group').map(groupKey))
  for (const surface of surfaces) {
    const bare = surface.replace(/ [Pp]arty$/, '')
    if (bare !== surface && groups.has(groupKey(bare))) same.join(groupKey(surface), groupKey(bare))
  }
}

function groupKey(surface: string | undefined): string {
  return aliasKey((surface ?? '').replace(/^The /u, ''))
}

/** Pairs of names (by index) that brackets join: "Islamic State (IS)". */
function shortForms(document: ReadText, names: readonly NameSpan[]): [number, number][] {
  const byFirst = new Map(names.map((name, index) => [name.first, index]))
  const pairs: [number, number][] = []
  for (const { longFirst, short } of findAcronyms(document)) {
    const [long, brief] = [byFirst.get(longFirst), byFirst.get(short)]
    if (long !== undefined && brief !== undefined) pairs.push([long, brief])
  }
  for (let index = 1; index < names.length; index++) {
    const [before, name] = [names[index - 1], names[index]]
    if (before?.kind !== 'group' || name?.kind !== 'group' || name.first !== before.last + 1) continue
    // A name in brackets right after another one is its other form when one of the two is an acronym.
    const bracketed = wordAt(document, before.last) === '(' && wordAt(document, name.last) === ')'
    const acronym = isShort(document, before) !== isShort(document, name)
    if (bracketed && acronym) pairs.push([index - 1, index])
  }
  return pairs
}

function isShort(document: ReadText, name: NameSpan): boolean {
  return name.last - name.first === 1 && wordAt(document, name.first).length <= 6
}

const ALIAS_WORDS =
  /^[\s,(–—-]*(?:(?:which|that|and|it)\s+)?(?:(?:is|was|are|were|has|had|been|also|previously|once|better|then)\s+)*(?:formerly(?: known as)?|known (?:also )?as|called|a\.?k\.?a\.?|abbreviated (?:as|to)|renamed)(?:\s+the)?\s*["“'‘]?$/i
const NAME_WAS = /\b(?:former|previous|old|other|full|original) name\b/i
const THE_GROUP =
  /^["“]?(?:The|Its|Their) (?:group|organisation|organization|party|movement|former|previous|old|original)/
const SHORT_GAP_CHARS = 80
const NAME_WAS_CHARS = 400

/** Pairs of group names (by index) that the text says mean the same: "X, also known as Y", "the group's former name". */
function statedAliases(document: ReadText, names: readonly NameSpan[]): [number, number][] {
  const pairs: [number, number][] = []
  const mostNamed = new MostNamed()
  for (let index = 1; index < names.length; index++) {
    const [before, name] = [names[index - 1], names[index]]
    if (before === undefined || name?.kind !== 'group') continue
    const from = tokenAt(document, before.last - 1).end
    const gap = document.text.slice(from, Math.min(tokenAt(document, name.first).start, from + SHORT_GAP_CHARS))
    if (before.kind === 'group' && ALIAS_WORDS.test(gap)) pairs.push([index - 1, index])
    else if (before.kind === 'group' && /\balso been known as\s*$/i.test(gap)) pairs.push([index - 1, index])
  }
  for (const sentence of document.sentences) collectFormerNames(document, sentence, names, pairs, mostNamed)
  return pairs
}

/** The group that an article has named most so far, as the index of one of its names. */
class MostNamed {
  readonly #counts = new Map<string, number>()
  #most: { readonly index: number; readonly count: number } | null = null

  get index(): number | null {
    return this.#most?.index ?? null
  }

  count(key: string, index: number): void {
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    if (count > (this.#most?.count ?? 0)) this.#most = { index, count }
  }
}

/** "The group's former name was X": the group is the one that the article names most before. */
function collectFormerNames(
  document: ReadText,
  sentence: Sentence,
  names: readonly NameSpan[],
  pairs: [number, number][],
  mostNamed: MostNamed,
): void {
  const inside = indicesIn(names, sentence.first, sentence.last).filter((index) => names[index]?.kind === 'group')
  const [former] = inside
  const text = document.text.slice(sentence.start, Math.min(sentence.end, sentence.start + NAME_WAS_CHARS))
  if (former !== undefined && mostNamed.index !== null && THE_GROUP.test(text) && NAME_WAS.test(text)) {
    pairs.push([mostNamed.index, former])
  }
  for (const index of inside) {
    const name = names[index]
    if (name?.detail !== 'organisation') continue
    mostNamed.count(groupKey(sliceTokens(document, name.first, name.last)), index)
  }
}

/** Which keys mean the same, each class under one of them (union-find). */
class SameNames {
  readonly #parent = new Map<string, string>()

  find(key: string): string {
    let root = key
    for (let parent = this.#parent.get(root); parent !== undefined; parent = this.#parent.get(root)) root = parent
    return root
  }

  join(a: string, b: string): void {
    const [rootA, rootB] = [this.find(a), this.find(b)]
    if (rootA !== rootB) this.#parent.set(rootB, rootA)
  }
}

/** Entities by their first mention, so that the same text always numbers them alike. */
function inOrder(links: Links): Links {
  const order = links.entities.map((entity, index) => ({ index, first: Math.min(...entity.names.slice(0, 1)) }))
  for (const [at, entity] of links.entities.entries()) {
    entity.names.sort((a, b) => a - b)
    const item = order[at]
    if (item !== undefined) item.first = entity.names[0] ?? Infinity
  }
  order.sort((a, b) => a.first - b.first)
  const place = new Map(order.map(({ index }, at) => [index, at]))
  return {
    entities: order.flatMap(({ index }) => links.entities[index] ?? []),
    of: links.of.map((entity) => place.get(entity) ?? -1),
    open: links.open,
  }
}

/**
 * The name that an entity is shown by: a person's fullest, else the one that general knowledge knows it by, so that it is
 * the same in every article ("United States" where a text has only "US"), else the one most used that is no acronym.
 */
export function preferredName(entity: LinkedEntity, surfaces: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const index of entity.names) {
    const surface = surfaces[index] ?? ''
    counts.set(surface, (counts.get(surface) ?? 0) + 1)
  }
  const score = (surface: string, count: number): number => {
    const words = foldName(surface).split(' ').length
    if (entity.kind === 'person') return words * 1000 + count
    const acronym = /^[\p{Lu}.]{2,6}$/u.test(surface)
    return (acronym ? 0 : 1_000_000) + (words > 1 ? 10_000 : 0) + count
  }
  const ranked = [...counts].sort(([a, countA], [b, countB]) => score(b, countB) - score(a, countA))
  const [best] = ranked
  const known = entity.kind === 'person' ? null : findKnownFullName(best?.[0] ?? '')
  return known ?? best?.[0] ?? ''
}
