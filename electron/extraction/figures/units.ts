import { type ReadText, wordAt } from '../read-text.ts'

/** A unit after a number: its code, and the token after it. */
export interface Unit {
  readonly unit: string
  readonly last: number
}

const row = (code: string, words: string): [string, string][] => words.split('|').map((word) => [word, code])

/** Unit words, in small letters, and what each is written as in `FoundFigure.unit`. */
const UNIT_WORDS: ReadonlyMap<string, string> = new Map([
  ...row('years', 'year|years|yr|yrs'),
  ...row('months', 'month|months'),
  ...row('weeks', 'week|weeks|fortnights'),
  ...row('days', 'day|days'),
  ...row('hours', 'hour|hours|hr|hrs'),
  ...row('minutes', 'minute|minutes|min|mins'),
  ...row('seconds', 'second|seconds|sec|secs'),
  ...row('decades', 'decade|decades'),
  ...row('centuries', 'century|centuries'),
  ...row('miles', 'mile|miles|mi'),
  ...row('km', 'km|kms|kilometre|kilometres|kilometer|kilometers'),
  ...row('m', 'm|metre|metres|meter|meters'),
  ...row('cm', 'cm|centimetre|centimetres|centimeter|centimeters'),
  ...row('mm', 'mm|millimetre|millimetres|millimeter|millimeters'),
  ...row('micrometers', 'micrometers|micrometres'),
  ...row('ft', 'ft|foot|feet'),
  ...row('inches', 'inch|inches'),
  ...row('yards', 'yard|yards'),
  ...row('mph', 'mph'),
  ...row('km/h', 'kph|kmh|km/h'),
  ...row('knots', 'knot|knots'),
  ...row('kg', 'kg|kgs|kilo|kilos|kilogram|kilograms'),
  ...row('g', 'gram|grams|g'),
  ...row('mg', 'mg|milligram|milligrams'),
  ...row('lb', 'lb|lbs'),
  ...row('tonnes', 'tonne|tonnes'),
  ...row('tons', 'ton|tons'),
  ...row('gallons', 'gallon|gallons'),
  ...row('liters', 'liter|liters|litre|litres|l'),
  ...row('ml', 'ml|millilitres|milliliters'),
  ...row('barrels', 'barrel|barrels'),
  ...row('acres', 'acre|acres'),
  ...row('hectares', 'hectare|hectares|ha'),
  ...row('light-years', 'light-years'),
  ...row('MW', 'mw|megawatt|megawatts'),
  ...row('GW', 'gw|gigawatt|gigawatts'),
  ...row('kW', 'kw|kilowatt|kilowatts'),
  ...row('GB', 'gb|gigabyte|gigabytes'),
  ...row('TB', 'tb|terabyte|terabytes'),
  ...row('MB', 'mb|megabyte|megabytes'),
  ...row('Hz', 'hz|hertz'),
  ...row('°', 'degree|degrees'),
])

/** Units of time, which also date things ("two years ago") and age people. */
export const TIME_UNITS: ReadonlySet<string> = new Set(
  'years months weeks days hours minutes seconds decades centuries'.split(' '),
)

const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['USD$', 'USD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
])
const CURRENCY_CODES =
  /^(?:USD|EUR|GBP|JPY|CNY|INR|RUB|TRY|KRW|ILS|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|NGN|PHP|THB|IDR|MYR|SGD|HKD|SAR|AED|EGP|KES|GEL|UAH)$/
const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map([
  ...row('USD', 'dollar|dollars|bucks'),
  ...row('GBP', 'pound|pounds|sterling'),
  ...row('EUR', 'euro|euros'),
  ...row('JPY', 'yen'),
  ...row('CNY', 'yuan|renminbi'),
  ...row('INR', 'rupee|rupees'),
  ...row('RUB', 'rouble|roubles|ruble|rubles'),
  ...row('TRY', 'lira'),
  ...row('KRW', 'won'),
  ...row('ILS', 'shekel|shekels'),
  ...row('GEL', 'lari'),
  ...row('BRL', 'reais'),
  ...row('ZAR', 'rand'),
  ...row('SEK', 'krona|kronor'),
  ...row('DKK', 'kroner'),
  ...row('PLN', 'zloty|zlotys'),
  ...row('UAH', 'hryvnia|hryvnias'),
  ...row('CHF', 'francs'),
  ...row('THB', 'baht'),
  ...row('MXN', 'pesos'),
  ...row('NGN', 'naira'),
])
/** Whose dollar, rupee or krone it is. */
const NATIONAL: Readonly<Record<string, string>> = {
  Canadian: 'CAD',
  Australian: 'AUD',
  'New Zealand': 'NZD',
  Singapore: 'SGD',
  Hong: 'HKD',
  Swedish: 'SEK',
  Norwegian: 'NOK',
  Danish: 'DKK',
  Georgian: 'GEL',
  Turkish: 'TRY',
  Swiss: 'CHF',
  Mexican: 'MXN',
  Pakistani: 'PKR',
  US: 'USD',
  'U.S.': 'USD',
  American: 'USD',
  Chinese: 'CNY',
  Indian: 'INR',
  British: 'GBP',
  Egyptian: 'EGP',
  Russian: 'RUB',
  South: 'ZAR',
}

/** The ISO 4217 code of a currency sign or code before a number, or null. */
export function currencyBefore(word: string): string | null {
  return CURRENCY_SIGNS.get(word) ?? (CURRENCY_CODES.test(word) ? word : null)
}

/** The unit that begins at token `at`: per cent, currency words, measures of length, time, weight; or null. */
export function unitAt(document: ReadText, at: number): Unit | null {
  const word = wordAt(document, at)
  return (
    percentAt(document, at, word) ??
    moneyAt(document, at, word) ??
    degreesAt(document, at, word) ??
    measureAt(document, at, word)
  )
}

function percentAt(document: ReadText, at: number, word: string): Unit | null {
  if (word === '%' || word === 'percent' || word === 'pc') return { unit: '%', last: at + 1 }
  if (word === 'per' && wordAt(document, at + 1) === 'cent') return { unit: '%', last: at + 2 }
  const points = word === 'percentage' && /^points?$/.test(wordAt(document, at + 1))
  return points ? { unit: '%', last: at + 2 } : null
}

function moneyAt(document: ReadText, at: number, word: string): Unit | null {
  const own = CURRENCY_WORDS.get(word)
  if (own !== undefined) return isWeight(document, at) ? null : { unit: own, last: at + 1 }
  if (CURRENCY_CODES.test(word)) return { unit: word, last: at + 1 }
  const next = wordAt(document, at + 1)
  if (CURRENCY_WORDS.get(next) === undefined && !/^(?:krone|kroner|francs?|dollars?)$/.test(next)) return null
  const national = NATIONAL[word]
  return national === undefined ? null : { unit: national, last: at + 2 }
}

/** "won" and "pounds" are no money after weighing or before what was won. */
function isWeight(document: ReadText, at: number): boolean {
  if (wordAt(document, at) === 'won')
    return !/^(?:million|billion|trillion|thousand|\d.*)$/.test(wordAt(document, at - 1))
  if (!/^pounds?$/.test(wordAt(document, at))) return false
  for (let back = at - 1; back >= at - 8; back--) if (/^weigh/.test(wordAt(document, back))) return true
  return wordAt(document, at + 1) === 'of'
}

function degreesAt(document: ReadText, at: number, word: string): Unit | null {
  if (word !== '°' && word !== 'degrees' && word !== '℃') return null
  const next = wordAt(document, at + 1)
  if (next === 'C' || next === 'Celsius') return { unit: '°C', last: at + 2 }
  if (next === 'F' || next === 'Fahrenheit') return { unit: '°F', last: at + 2 }
  return { unit: word === '℃' ? '°C' : '°', last: at + 1 }
}

function measureAt(document: ReadText, at: number, word: string): Unit | null {
  if (/^(?:square|cubic|sq)$/.test(word)) {
    const unit = UNIT_WORDS.get(wordAt(document, at + 1))
    return unit === undefined ? null : { unit: `${word === 'sq' ? 'square' : word} ${unit}`, last: at + 2 }
  }
  const raised = /^(\p{L}{1,3})([²³])$/u.exec(word)
  const base = raised && UNIT_WORDS.get((raised[1] ?? '').toLowerCase())
  if (base) return { unit: `${raised[2] === '²' ? 'square' : 'cubic'} ${base}`, last: at + 1 }
  if (word === 'nautical' && /^miles?$/.test(wordAt(document, at + 1))) return { unit: 'nautical miles', last: at + 2 }
  if (word === 'light' && wordAt(document, at + 1) === '-') return { unit: 'light-years', last: at + 3 }
  if (word === 'light' && /^years?$/.test(wordAt(document, at + 1))) return { unit: 'light-years', last: at + 2 }
  const unit = UNIT_WORDS.get(/^[A-Z]/.test(word) && word.length > 2 ? word : word.toLowerCase())
  if (unit === undefined || (unit === 'weeks' && word === 'fortnights')) return null
  return rateAt(document, at, unit) ?? { unit, last: at + 1 }
}

/** "miles per hour", "km/h", "miles an hour": speeds. */
function rateAt(document: ReadText, at: number, unit: string): Unit | null {
  const per = /^(?:per|an|\/)$/.test(wordAt(document, at + 1))
  if (!per || !/^(?:hour|h|hr)$/.test(wordAt(document, at + 2))) return null
  if (unit === 'miles') return { unit: 'mph', last: at + 3 }
  return unit === 'km' ? { unit: 'km/h', last: at + 3 } : null
}

/** The code of a unit written onto digits ("27km"); null for a scale or an unknown one. */
export function gluedUnit(letters: string): string | null {
  if (/^(?:m|mn|mln|bn|b|k|tn|trn)$/i.test(letters)) return null
  return UNIT_WORDS.get(letters.toLowerCase()) ?? null
}

/** Units of length, which tell distances and sizes. */
export const LENGTH_UNITS: ReadonlySet<string> = new Set([
  'miles',
  'km',
  'm',
  'cm',
  'mm',
  'ft',
  'inches',
  'yards',
  'nautical miles',
  'light-years',
  'micrometers',
])
