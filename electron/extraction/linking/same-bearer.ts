import type { Bearer, Years } from './bearer.ts'
import { canPass, type Field } from './fields.ts'
import { areExclusive, isSameOffice } from './offices.ts'

/** Why two people of one full name may not be one. */
export type Contradiction = 'two-in-one-text' | 'born' | 'died' | 'era' | 'field' | 'office'

/** A year of birth worked out from an age can be one off. */
const BIRTH_SLACK = 1

/**
 * What speaks against two texts naming the same person by one full name; null when nothing does. `areAtOnce` tells
 * whether both speak of the same days; it is asked only where that matters.
 */
export function contradictionOf(
  a: Bearer,
  b: Bearer,
  eras: readonly number[],
  areAtOnce: () => boolean,
): Contradiction | null {
  if (isTwo(a) || isTwo(b)) return 'two-in-one-text'
  if (areBornApart(a.born, b.born)) return 'born'
  if (isAfterLife(a, b) || isAfterLife(b, a)) return 'died'
  if (eraOf(eras, a) !== eraOf(eras, b)) return 'era'
  if (areOtherFields(a, b)) return 'field'
  return areExclusiveOffices(a, b) && areAtOnce() ? 'office' : null
}

/** People are not away from the news for longer than that, and then back. */
const ERA_YEARS = 30

/** The first years of eras: those that no text comes near in time before. */
export function erasOf(bearers: readonly Bearer[]): number[] {
  const years = bearers.flatMap(({ year }) => year ?? []).sort((a, b) => a - b)
  return years.filter((year, index) => index === 0 || year - (years[index - 1] ?? year) > ERA_YEARS)
}

/** Who is not dated goes with the first; that speaks against nobody as long as there is but one. */
function eraOf(eras: readonly number[], { year }: Bearer): number {
  return year === null
    ? 0
    : Math.max(
        0,
        eras.findLastIndex((first) => first <= year),
      )
}

/** What says that the two are one, besides the name. */
export function agrees(a: Bearer, b: Bearer): boolean {
  const fields = [...b.fields, ...b.past]
  return [...a.fields, ...a.past].some((field) => fields.includes(field)) || shareOffice(a, b) || isBornAlike(a, b)
}

/** Whether a text that says both things of one person takes a contradiction of fields or offices away. */
export function bridges(c: Bearer, a: Bearer, b: Bearer): boolean {
  return !isTwo(c) && shareWork(c, a) && shareWork(c, b)
}

/** One text that says things which go with two people. What is said to be over goes with anything. */
function isTwo({ fields }: Bearer): boolean {
  return fields.some((one) => fields.some((other) => !canPass(one, other)))
}

function areBornApart(a: Years | null, b: Years | null): boolean {
  return a !== null && b !== null && (a.from > b.to + BIRTH_SLACK || b.from > a.to + BIRTH_SLACK)
}

function isBornAlike({ born: a }: Bearer, { born: b }: Bearer): boolean {
  return a !== null && b !== null && !areBornApart(a, b)
}

/** Whether `b` was not born yet when `a` died or was written of, or does something long after `a` died. */
function isAfterLife(a: Bearer, b: Bearer): boolean {
  if (b.born !== null && (a.year ?? a.died ?? b.born.from) < b.born.from) return true
  if (a.died === null) return false
  if (b.died !== null) return Math.abs(a.died - b.died) > BIRTH_SLACK
  return b.year !== null && b.year > a.died + 1 && b.fields.length + b.offices.length > 0
}

function areOtherFields(a: Bearer, b: Bearer): boolean {
  const known: readonly Field[] = [...b.fields, ...b.past]
  if (a.fields.length === 0 || b.fields.length === 0) return false
  if ([...a.fields, ...a.past].some((field) => known.includes(field))) return false
  return a.fields.every((one) => b.fields.every((other) => !canPass(one, other)))
}

function areExclusiveOffices(a: Bearer, b: Bearer): boolean {
  if (shareOffice(a, b)) return false
  return a.offices.some((one) => b.offices.some((other) => areExclusive(one, other)))
}

function shareOffice(a: Bearer, b: Bearer): boolean {
  return a.offices.some((one) => b.offices.some((other) => isSameOffice(one, other)))
}

function shareWork(a: Bearer, b: Bearer): boolean {
  const fields = [...b.fields, ...b.past]
  const isOffice = b.offices.length > 0 && a.offices.length > 0
  return isOffice ? shareOffice(a, b) : [...a.fields, ...a.past].some((field) => fields.includes(field))
}
