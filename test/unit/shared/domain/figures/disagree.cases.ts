/** How a case states a figure: value, measure, then what is left away where it does not matter. */
export interface Stated {
  readonly low?: number | null
  readonly high?: number | null
  readonly is?: number
  readonly hedge?: string
  readonly unit?: string
  readonly measures: string
  readonly of?: string
  readonly beside?: string
  readonly day?: string | null
  readonly asOf?: string
  readonly by?: string
  readonly article?: string
  readonly sentence?: string
}

const dead = (is: number, more: Partial<Stated> = {}): Stated => ({
  is,
  measures: 'people killed',
  of: 'Larne',
  ...more,
})

/** Two claims, and whether they cannot both hold. Articles are of 4 May 2020 unless they say otherwise. */
export const CASES: readonly (readonly [name: string, a: Stated, b: Stated, disagree: boolean])[] = [
  ['two tolls of one day', dead(12), dead(19), true],
  ['the same toll said again', dead(12), dead(12, { by: 'police' }), false],
  ['the same toll in other words', dead(12), { is: 12, measures: 'death toll', of: 'Larne' }, false],
  ['other tolls in other words', dead(12), { is: 15, measures: 'deaths', of: 'Larne' }, true],
  ['a toll that has grown since', dead(12), dead(19, { day: '2020-05-07' }), false],
  [
    'two tolls of one day, published apart',
    dead(12, { asOf: 'by 3 May 2020' }),
    dead(19, { asOf: 'by 3 May', day: '2020-05-07' }),
    true,
  ],
  ['a toll that has shrunk since', dead(19), dead(12, { day: '2020-05-07' }), true],
  ['tolls of other places', dead(12), dead(19, { of: 'Port Alma' }), false],
  ['dead and injured', dead(12), { is: 40, measures: 'people injured', of: 'Larne' }, false],
  ['tolls a month apart', dead(19), dead(12, { day: '2020-06-10' }), false],
  [
    'tolls of one month said in others',
    dead(19, { asOf: 'in April' }),
    dead(12, { asOf: 'in April 2020', day: '2020-07-01' }),
    true,
  ],
  ['tolls of two years', dead(19, { asOf: 'in 2018' }), dead(12, { asOf: 'in 2019' }), false],
  ['at least, and more', { low: 12, high: null, hedge: 'at least', measures: 'dead', of: 'Larne' }, dead(19), false],
  ['at least, and fewer', { low: 14, high: null, hedge: 'at least', measures: 'dead', of: 'Larne' }, dead(12), true],
  ['up to, and fewer', { low: null, high: 20, hedge: 'up to', measures: 'dead', of: 'Larne' }, dead(12), false],
  ['up to, and more', { low: null, high: 10, hedge: 'up to', measures: 'dead', of: 'Larne' }, dead(12), true],
  ['about, and near', dead(300, { hedge: 'about' }), dead(312), false],
  ['about, and far', dead(300, { hedge: 'about' }), dead(412), true],
  ['nearly, and above', dead(300, { hedge: 'nearly' }), dead(312), true],
  ['only is no nearness', dead(30, { hedge: 'only' }), dead(32), true],
  [
    'a range around it',
    { low: 20000, high: 31000, measures: 'fighters', of: 'IS' },
    { is: 25000, measures: 'militants', of: 'IS' },
    false,
  ],
  [
    'a range beside it',
    { low: 20000, high: 31000, measures: 'fighters', of: 'IS' },
    { is: 10000, measures: 'fighters', of: 'IS', hedge: 'about' },
    true,
  ],
  [
    'a number just above a range',
    { low: 2e9, high: 3e9, unit: 'EUR', measures: 'cost of bridge', of: 'Velden' },
    { is: 3.1e9, unit: 'EUR', measures: 'cost of bridge', of: 'Velden' },
    true,
  ],
  [
    'a rounded number',
    { is: 1_200_000, measures: 'refugees', of: 'Norland' },
    { is: 1_234_567, measures: 'refugees', of: 'Norland' },
    false,
  ],
  [
    'rounded too far',
    { is: 1_200_000, measures: 'refugees', of: 'Norland' },
    { is: 1_400_000, measures: 'refugees', of: 'Norland' },
    true,
  ],
  [
    'a converted length',
    { is: 2.4, unit: 'km', measures: 'length', of: 'Bridge' },
    { is: 1.5, unit: 'miles', measures: 'length', of: 'Bridge', day: '2021-01-01' },
    false,
  ],
  [
    'two lengths of one bridge, years apart',
    { is: 2.4, unit: 'km', measures: 'length', of: 'Bridge' },
    { is: 1.9, unit: 'miles', measures: 'length', of: 'Bridge', day: '2023-01-01' },
    true,
  ],
  [
    'dollars and euros',
    { is: 5e9, unit: 'USD', measures: 'budget', of: 'Norland' },
    { is: 7e9, unit: 'EUR', measures: 'budget', of: 'Norland' },
    false,
  ],
  [
    'two budgets',
    { is: 5e9, unit: 'USD', measures: 'budget', of: 'Norland' },
    { is: 7e9, unit: 'USD', measures: 'budget', of: 'Norland' },
    true,
  ],
  [
    'two rates of one month',
    { is: 8.1, unit: '%', measures: 'unemployment', of: 'Norland', asOf: 'in March' },
    { is: 7.4, unit: '%', measures: 'unemployment rate', of: 'Norland', asOf: 'in March' },
    true,
  ],
  [
    'a rate with fewer digits',
    { is: 8.1, unit: '%', measures: 'unemployment', of: 'Norland' },
    { is: 8, unit: '%', measures: 'unemployment', of: 'Norland' },
    false,
  ],
  [
    'workers and employees',
    { is: 4012, measures: 'workers', of: 'Velmar' },
    { is: 4512, measures: 'employees', of: 'Velmar' },
    true,
  ],
  [
    'soldiers and wounded soldiers',
    { is: 400, measures: 'soldiers', of: 'Norland' },
    { is: 20, measures: 'wounded soldiers', of: 'Norland' },
    false,
  ],
  ['numbers of one article', dead(12, { article: 'one' }), dead(19, { article: 'one' }), false],
  [
    'two speakers of one article',
    dead(12, { article: 'one', by: 'police' }),
    dead(19, { article: 'one', by: 'mayor' }),
    true,
  ],
  [
    'places beside, the same',
    { is: 12, measures: 'people killed', beside: 'Larne' },
    { is: 19, measures: 'people killed', beside: 'Larne' },
    true,
  ],
  [
    'places beside, one country',
    { is: 12, measures: 'people killed', beside: 'Larne|Norland' },
    { is: 19, measures: 'people killed', beside: 'Port Alma|Norland' },
    false,
  ],
  ['named here, beside there', dead(12), { is: 19, measures: 'people killed', beside: 'Larne|Norland' }, true],
  ['of nobody', { is: 12, measures: 'people killed' }, { is: 19, measures: 'people killed' }, false],
  [
    'a vague measure beside a place',
    { is: 12, measures: 'places', beside: 'Larne' },
    { is: 19, measures: 'places', beside: 'Larne' },
    false,
  ],
  [
    'people whom the sentence tells killed',
    dead(19),
    { is: 12, measures: 'people', of: 'Larne', sentence: 'The flood killed # people.' },
    true,
  ],
  [
    'people whom the sentence tells fled',
    dead(19),
    { is: 12, measures: 'people', of: 'Larne', sentence: 'When the dead were counted, # people fled.' },
    false,
  ],
  ['undated both', dead(12, { day: null }), dead(19, { day: null }), true],
  ['undated one', dead(12, { day: null }), dead(19), false],
  [
    'ages of one person',
    { is: 53, unit: 'years', measures: 'age', of: 'Ivo Brand' },
    { is: 55, unit: 'years', measures: 'age', of: 'Ivo Brand' },
    true,
  ],
]
