/** A unit as it is compared: what it measures, how many base units it is, and how people call it. */
export interface MeasureUnit {
  readonly name: string
  readonly dimension: string
  readonly factor: number
}

const row = (dimension: string, factor: number, words: string): [string, MeasureUnit][] => {
  const names = words.split('|')
  return names.map((word) => [word, { name: names[0] ?? word, dimension, factor }])
}

// Factors to the base unit of each dimension. Source: SI brochure, 9th edition; yard and pound agreement of 1959.
const units: ReadonlyMap<string, MeasureUnit> = new Map([
  ...row('share', 1, '%|percent|per cent|pct|pc|percentage points|percentage point'),
  ...row('second', 1, 'seconds|second|secs|sec|s'),
  ...row('second', 60, 'minutes|minute|mins|min'),
  ...row('second', 3600, 'hours|hour|hrs|hr|h'),
  ...row('second', 86_400, 'days|day|d'),
  ...row('second', 604_800, 'weeks|week'),
  ...row('second', 1_209_600, 'fortnights|fortnight'),
  ...row('month', 1, 'months|month'),
  ...row('month', 12, 'years|year|yrs|yr|years old|year old|year-old'),
  ...row('month', 120, 'decades|decade'),
  ...row('month', 1200, 'centuries|century'),
  ...row('metre', 1000, 'km|kms|kilometres|kilometre|kilometers|kilometer'),
  ...row('metre', 1, 'm|metres|metre|meters|meter'),
  ...row('metre', 0.01, 'cm|centimetres|centimetre|centimeters|centimeter'),
  ...row('metre', 0.001, 'mm|millimetres|millimetre|millimeters|millimeter'),
  ...row('metre', 1e-6, 'micrometers|micrometres'),
  ...row('metre', 1609.344, 'miles|mile|mi'),
  ...row('metre', 1852, 'nautical miles|nautical mile'),
  ...row('metre', 0.3048, 'ft|foot|feet'),
  ...row('metre', 0.0254, 'inches|inch|in'),
  ...row('metre', 0.9144, 'yards|yard|yd'),
  ...row('metre', 9.4607e15, 'light-years|light years|light-year|light year'),
  ...row('square metre', 1e6, 'square km|square kilometres|square kilometers|sq km|km2|km²'),
  ...row('square metre', 1, 'square m|square metres|square meters|sq m|m2|m²'),
  ...row('square metre', 2_589_988.11, 'square miles|square mile|sq miles'),
  ...row('square metre', 0.092_903_04, 'square ft|square feet|sq ft'),
  ...row('square metre', 10_000, 'hectares|hectare|ha'),
  ...row('square metre', 4046.856, 'acres|acre'),
  ...row('gram', 1000, 'kg|kgs|kilos|kilo|kilograms|kilogram'),
  ...row('gram', 1, 'g|grams|gram'),
  ...row('gram', 0.001, 'mg|milligrams|milligram'),
  ...row('gram', 1e6, 'tonnes|tonne|metric tons|metric ton'),
  ...row('ton', 1, 'tons|ton'),
  ...row('gram', 453.592_37, 'lb|lbs'),
  ...row('litre', 1, 'liters|liter|litres|litre|l'),
  ...row('litre', 0.001, 'ml|millilitres|milliliters'),
  ...row('gallon', 1, 'gallons|gallon'),
  ...row('barrel', 1, 'barrels|barrel'),
  ...row('speed', 1.609_344, 'mph|miles per hour|miles an hour'),
  ...row('speed', 1, 'km/h|kph|kmh|kilometres per hour|kilometers per hour'),
  ...row('speed', 1.852, 'knots|knot'),
  ...row('watt', 1e3, 'kw|kilowatts'),
  ...row('watt', 1e6, 'mw|megawatts'),
  ...row('watt', 1e9, 'gw|gigawatts'),
  ...row('byte', 1, 'mb|megabytes'),
  ...row('byte', 1e3, 'gb|gigabytes'),
  ...row('byte', 1e6, 'tb|terabytes'),
  ...row('celsius', 1, '°c|degrees celsius|celsius|degrees c'),
  ...row('fahrenheit', 1, '°f|degrees fahrenheit|fahrenheit|degrees f'),
  ...row('degree', 1, '°|degrees|degree'),
  ...row('hertz', 1, 'hz|hertz'),
  ...row('dollar', 1, '$|dollars|dollar|bucks'),
  ...row('USD', 1, 'usd|us$|us dollars|american dollars'),
  ...row('CAD', 1, 'cad|c$|ca$|canadian dollars'),
  ...row('AUD', 1, 'aud|a$|au$|australian dollars'),
  ...row('NZD', 1, 'nzd|nz$|new zealand dollars'),
  ...row('HKD', 1, 'hkd|hk$|hong kong dollars'),
  ...row('pound', 1, 'pounds|pound'),
  ...row('GBP', 1, 'gbp|£|pounds sterling|sterling|british pounds'),
  ...row('EUR', 1, 'eur|€|euros|euro'),
  ...row('JPY', 1, 'jpy|yen'),
  ...row('CNY', 1, 'cny|yuan|renminbi|rmb'),
  ...row('INR', 1, 'inr|₹|indian rupees'),
  ...row('rupee', 1, 'rupees|rupee'),
  ...row('RUB', 1, 'rub|₽|roubles|rouble|rubles|ruble'),
  ...row('TRY', 1, 'try|₺|lira'),
  ...row('KRW', 1, 'krw|₩|won'),
  ...row('ILS', 1, 'ils|₪|shekels|shekel'),
  ...row('CHF', 1, 'chf|swiss francs|francs'),
  ...row('SEK', 1, 'sek|kronor|swedish kronor'),
  ...row('NOK', 1, 'nok|norwegian kroner'),
  ...row('DKK', 1, 'dkk|danish kroner'),
  ...row('PLN', 1, 'pln|zlotys|zloty'),
  ...row('UAH', 1, 'uah|hryvnias|hryvnia'),
  ...row('BRL', 1, 'brl|r$|reais'),
  ...row('ZAR', 1, 'zar|rand'),
])

/** Words that fit more than one unit: any dollar is a dollar, a pound is money or weight. */
const loose: Readonly<Record<string, readonly string[]>> = {
  dollar: ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD'],
  pound: ['GBP', 'EGP', 'gram'],
  rupee: ['INR', 'PKR', 'LKR', 'NPR'],
  degree: ['celsius', 'fahrenheit'],
}

/** The unit called that, whatever its case; a currency code or word that is not listed is a unit of its own. */
export function findUnit(word: string): MeasureUnit | null {
  return units.get(word.toLowerCase()) ?? null
}

/** The unit a stored figure has: a code of the extraction is always one, listed or not. */
export function unitOf(code: string): MeasureUnit {
  return findUnit(code) ?? { name: code, dimension: code, factor: 1 }
}

/** How many of `to` one of `from` is; null when they do not measure the same. */
export function conversion(from: MeasureUnit, to: MeasureUnit): number | null {
  if (from.dimension === to.dimension) return from.factor / to.factor
  if (from.dimension === 'pound' && to.dimension === 'gram') return 453.592_37 / to.factor
  if (loose[from.dimension]?.includes(to.dimension) || loose[to.dimension]?.includes(from.dimension)) return 1
  return null
}

/** The unit as figures are stored with: a currency by its ISO 4217 code, all else by its first name. */
export function unitCode({ name, dimension }: MeasureUnit): string {
  if (/^[A-Z]{3}$/.test(dimension)) return dimension
  return { dollar: 'USD', pound: 'GBP', rupee: 'INR' }[dimension] ?? name
}
