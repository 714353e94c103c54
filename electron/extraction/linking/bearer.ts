import { type Field, fieldOf } from './fields.ts'
import { type Office, officeOf } from './offices.ts'

/** A span of years, both included. */
export interface Years {
  readonly from: number
  readonly to: number
}

/**
 * What one text says of a person that can tell him or her from another of the same full name. Equal wherever the same
 * is said, so that it can be part of an id.
 */
export interface Bearer {
  /** Of the roles held then. */
  readonly fields: readonly Field[]
  /** Of roles that are over. */
  readonly past: readonly Field[]
  readonly offices: readonly Office[]
  readonly born: Years | null
  readonly died: number | null
  /** The year of the text; null when it has no date. */
  readonly year: number | null
}

/** What a text says of a person. `after` is what stands after each mention; ages are of the day of the text. */
export interface BearerSource {
  readonly roles: readonly { readonly role: string }[]
  readonly after: readonly string[]
  readonly ages: readonly number[]
  readonly publishedOn: string | null
}

const OVER = /^(?:the |a |an |his |her )?(?:former|ex|onetime|one-time|retired|late|then|previous|outgoing)\b/i

/** Reads what a text says of a person. */
export function readBearer({ roles, after, ages, publishedOn }: BearerSource): Bearer {
  const now = roles.map(({ role }) => role).filter((role) => !OVER.test(role))
  const over = roles.map(({ role }) => role).filter((role) => OVER.test(role))
  const offices = new Map(now.flatMap((role) => officeOf(role) ?? []).map((office) => [JSON.stringify(office), office]))
  const year = publishedOn === null ? null : Number(publishedOn.slice(0, 4))
  const dates = after.map(datesIn)
  const born = dates.find((one) => one.born !== null)?.born ?? null
  return {
    fields: fieldsOf(now),
    past: fieldsOf(over),
    offices: [...offices.keys()].sort().flatMap((key) => offices.get(key) ?? []),
    born: born === null ? bornBy(ages, year) : { from: born, to: born },
    died: dates.find((one) => one.died !== null)?.died ?? null,
    year,
  }
}

function fieldsOf(roles: readonly string[]): Field[] {
  return [...new Set(roles.flatMap((role) => fieldOf(role) ?? []))].sort()
}

/** Who is 54 in 2014 was born in 1959 or 1960. Two ages in one text are of two times. */
function bornBy(ages: readonly number[], year: number | null): Years | null {
  const [age] = ages
  return year === null || age === undefined || ages.length > 1 ? null : { from: year - age - 1, to: year - age }
}

const YEAR = '(1[5-9]\\d\\d|20\\d\\d)'
const DAY = '(?:\\d{1,2} )?(?:\\p{Lu}\\p{Ll}+\\.? )?(?:\\d{1,2}, )?'
const LIVED = new RegExp(`^ ?\\((?:born |b\\. )?${DAY}${YEAR}(?: ?[–—-] ?${DAY}${YEAR})?\\)`, 'u')
const WAS_BORN = new RegExp(`^,? (?:who )?(?:was )?born (?:in|on) ${DAY}${YEAR}`, 'u')
const DIED = new RegExp(`^,? (?:who )?died (?:in|on) ${DAY}${YEAR}`, 'u')

/** The years of birth and death that stand right after a name: "(1920–1987)", "(born 4 May 1950)", "died in 1987". */
function datesIn(after: string): { born: number | null; died: number | null } {
  const year = (text: string | undefined) => (text === undefined ? null : Number(text))
  const lived = LIVED.exec(after)
  return {
    born: year(lived?.[1] ?? WAS_BORN.exec(after)?.[1]),
    died: year(lived?.[2] ?? DIED.exec(after)?.[1]),
  }
}

/** Nothing but the name. */
export const NO_BEARER: Bearer = { fields: [], past: [], offices: [], born: null, died: null, year: null }

/** Whether a text says anything that tells one bearer of a name from another. */
export function isTelling({ fields, past, offices, born }: Bearer): boolean {
  return fields.length + past.length + offices.length > 0 || born !== null
}
