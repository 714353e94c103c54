import type { EntityKind } from '#shared/domain/extraction.ts'
import { firstIndexWhere } from '#shared/text/first-index.ts'
import { COMMON_GROUP_WORDS, ONE_OF_THEM, SITES } from '../names/lists/common-groups.ts'
import {
  areHomesApart,
  countryOf,
  findHomeWords,
  type Home,
  type HomeWord,
  homeOfName,
  twinsOf,
  withoutTown,
} from './homes.ts'
import { findKnownFullName } from './known-aliases.ts'
import { areTradesApart, type Trade, tradeOf } from './trades.ts'

/** What one text says of a group or a place that can tell it from another of the same name. */
export interface GroupBearer {
  /** It is at home in one of these; none where the text does not tell. */
  readonly homes: readonly Home[]
  readonly trades: readonly Trade[]
  /** The text says what goes with two. */
  readonly isTwo: boolean
}

/** A group or place with the text that it was found in. `words`: those of the text that are no part of a person's name. */
export interface GroupSource {
  readonly kind: EntityKind
  readonly name: string
  readonly roles: readonly { readonly role: string }[]
  readonly places: readonly { readonly start: number; readonly end: number }[]
  readonly text: string
  readonly words: readonly HomeWord[]
}

/** Of what is said of more countries than that, none is the likely one. */
const MOST_COUNTRIES = 3
const LEAST_WORDS = 2

/** Reads what a text says of a group or place. */
export function readGroupBearer(source: GroupSource): GroupBearer {
  if (source.kind === 'place') return inOneOf(placeHomes(source))
  const trades = [...new Set(source.roles.flatMap(({ role }) => tradeOf(role) ?? []))].sort()
  const { isTwo, homes } = inOneOf(groupHomes(source))
  return { homes, trades, isTwo: isTwo || trades.some((a) => trades.some((b) => areTradesApart(a, b))) }
}

/** `stated` are true of it all at once, `likely` only one of them. */
interface Homes {
  readonly stated: readonly Home[]
  readonly likely: readonly Home[]
}

function inOneOf({ stated, likely }: Homes): GroupBearer {
  const all = [...new Set(stated)].sort()
  if (all.length === 0) return { homes: [...likely].sort(), trades: [], isTwo: false }
  const isTwo = all.some((a) => all.some((b) => areHomesApart(a, b)))
  // "United States" says nothing beside "United States/Illinois".
  const homes = isTwo ? all : all.filter((one) => !all.some((other) => other !== one && other.startsWith(`${one}/`)))
  return { homes: isTwo ? homes : homes.slice(-1), trades: [], isTwo }
}

function groupHomes(source: GroupSource): Homes {
  const words = source.name
    .toLowerCase()
    .replace(/['’]s?(?= |$)/g, '')
    .split(/\s+/)
  const described = source.roles.flatMap(({ role }) => homesInRole(role))
  if (words.some((word) => SITES.has(word))) return { stated: [...described, ...statedHomes(source)], likely: [] }
  if (!isCommon(words)) {
    // What works in many countries is called after more than one of them.
    const isKnown =
      findKnownFullName(source.name) !== null || source.roles.some(({ role }) => tradeOf(role) === 'armed')
    return { stated: isKnown ? [] : described.map(countryOf), likely: [] }
  }
  const stated = [...described, ...statedHomes(source)].map(withoutTown)
  const likely = likelyCountries(source.words)
  return { stated, likely }
}

function isCommon(words: readonly string[]): boolean {
  return words.every((word) => COMMON_GROUP_WORDS.has(word)) && !ONE_OF_THEM.has(words.join(' '))
}

function likelyCountries(words: readonly HomeWord[]): Home[] {
  const countries = [...new Set(words.map(({ home }) => countryOf(home)))]
  return words.length >= LEAST_WORDS && countries.length <= MOST_COUNTRIES ? countries : []
}

/** "an Australian insurer", "Serbia's central bank": what it works in or for is not where it is at home. */
function homesInRole(role: string): Home[] {
  return findHomeWords(role)
    .filter(({ end, isAdjective }) => (isAdjective ? role[end] !== '-' : /^['’]s? /.test(role.slice(end))))
    .filter(({ start }) => !/\b(?:of|in|for|to|from|by|with) /.test(role.slice(0, start)) && role[start - 1] !== '-')
    .map(({ home }) => home)
}

const DESCRIPTION =
  '(?:(?:own|main|largest|biggest|leading|oldest|ruling|governing|opposition|centre-left|centre-right|center-left|center-right|left-wing|right-wing|far-right|far-left|conservative|liberal|socialist|social|nationalist|populist|state|federal|national|top|highest|new|former|then|powerful|influential|small|minor|prestigious|famous) )'
const OWNED = new RegExp(`^['’]s? ${DESCRIPTION}{0,3}$`, 'u')
const DESCRIBED = new RegExp(`^ (?:the )?${DESCRIPTION}{0,3}$`, 'u')
const WITHIN = new RegExp(`^, (?:the )?${DESCRIPTION}{0,3}$`, 'u')

/** What stands right around its mentions. */
function statedHomes({ text, words, places }: GroupSource): Home[] {
  return places.flatMap(({ start, end }) =>
    near(words, start, end).flatMap((word) => {
      if (word.end <= start) {
        const gap = text.slice(word.end, start)
        if (word.isAdjective) return DESCRIBED.test(gap) ? word.home : []
        const isIn = WITHIN.test(gap) && /\b[Ii]n $/.test(text.slice(Math.max(0, word.start - 4), word.start))
        return OWNED.test(gap) || isIn ? word.home : []
      }
      const gap = text.slice(end, word.start)
      return !word.isAdjective && /^(?: of (?:the )?| in (?:the )?|, | \()$/.test(gap) && !isListed(text, word.end)
        ? word.home
        : []
    }),
  )
}

const KIND_OF_PLACE =
  '(?:city|town|village|port|state|province|region|district|suburb|island|county|hamlet|settlement|capital|resort)'
const PLACE_DESCRIBED = new RegExp(`^ (?:\\p{Ll}[\\p{Ll}-]* ){0,3}${KIND_OF_PLACE}(?: city| town)?,? (?:of )?$`, 'u')
const PLACE_OWNED = new RegExp(`^['’]s? (?:(?:\\p{Ll}[\\p{Ll}-]* ){0,3}${KIND_OF_PLACE},? (?:of )?)?$`, 'u')

function placeHomes(source: GroupSource): Homes {
  const own = homeOfName(source.name)
  // A country or a part of one: what stands after it is the next of a list.
  if (own !== null && !own.includes('//')) return { stated: [], likely: [] }
  const stated = statedPlaces(source).filter((home) => !home.includes('//'))
  if (stated.length > 0) return { stated, likely: [] }
  const around = source.words.filter(({ start, end }) => !source.places.some((p) => p.start < end && start < p.end))
  const countries = new Set(around.map(({ home }) => countryOf(home)))
  if (source.name === 'Georgia') return { stated: [], likely: georgias(countries) }
  const twins = twinsOf(source.name)
  const best = twins?.[0] ?? (own && countryOf(own))
  const meant = twins?.filter((country) => countries.has(country)) ?? []
  if (meant.length > 0) return { stated: [], likely: meant }
  return { stated: [], likely: best === null ? [] : [best] }
}

/** The country has Russia for a neighbour; the state is one of the United States. */
function georgias(countries: ReadonlySet<string>): Home[] {
  const isCountry = ['Georgia', 'Russia', 'Armenia', 'Azerbaijan', 'Turkey', 'Ukraine'].some((one) =>
    countries.has(one),
  )
  const isState = countries.has('United States')
  if (isCountry === isState) return []
  return [isCountry ? 'Georgia' : 'United States/Georgia']
}

function statedPlaces({ text, words, places }: GroupSource): Home[] {
  return places.flatMap(({ start, end }) =>
    near(words, start, end).flatMap((word) => {
      if (word.end <= start) {
        const gap = text.slice(word.end, start)
        const isOf = PLACE_DESCRIBED.test(gap) || (!word.isAdjective && PLACE_OWNED.test(gap))
        return isOf ? withoutTown(word.home) : []
      }
      const gap = text.slice(end, word.start)
      return !word.isAdjective && /^(?:, | in | \()$/.test(gap) && !isListed(text, word.end) ? word.home : []
    }),
  )
}

/** "Springfield, Illinois and Ohio" is a list. */
function isListed(text: string, end: number): boolean {
  return /^(?:,? (?:and|or) (?:in )?(?:the )?\p{Lu}|, \p{Lu}\p{Ll}+(?:,| and))/u.test(text.slice(end, end + 40))
}

const REACH_CHARS = 70

/** The words close to a range and outside of it. By halving. */
function near(words: readonly HomeWord[], start: number, end: number): HomeWord[] {
  const found: HomeWord[] = []
  for (let at = firstIndexWhere(words, (word) => word.end >= start - REACH_CHARS); at < words.length; at++) {
    const word = words[at]
    if (!word || word.start > end + REACH_CHARS) break
    if (word.end <= start || word.start >= end) found.push(word)
  }
  return found
}

/** Nothing but the name. */
export const NO_GROUP_BEARER: GroupBearer = { homes: [], trades: [], isTwo: false }

/** Why two groups or places of one name may not be one. */
export type GroupContradiction = 'two-in-one-text' | 'home' | 'trade'

/** What speaks against two texts naming the same group or place by one name; null when nothing does. */
export function groupContradiction(a: GroupBearer, b: GroupBearer): GroupContradiction | null {
  if (a.isTwo || b.isTwo) return 'two-in-one-text'
  if (a.homes.length > 0 && b.homes.length > 0 && a.homes.every((x) => b.homes.every((y) => areHomesApart(x, y))))
    return 'home'
  return a.trades.some((x) => b.trades.some((y) => areTradesApart(x, y))) && !a.trades.some((x) => b.trades.includes(x))
    ? 'trade'
    : null
}
