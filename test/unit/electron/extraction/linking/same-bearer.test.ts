import { describe, expect, it } from 'vitest'
import { type BearerSource, readBearer } from '#electron/extraction/linking/bearer.ts'
import {
  agrees,
  bridges,
  type Contradiction,
  contradictionOf,
  erasOf,
} from '#electron/extraction/linking/same-bearer.ts'

interface Said extends Partial<Omit<BearerSource, 'roles'>> {
  readonly roles?: readonly string[]
}

const bearer = ({ roles = [], ...more }: Said) =>
  readBearer({ after: [], ages: [], publishedOn: '2014-05-04', ...more, roles: roles.map((role) => ({ role })) })

const against = (a: Said, b: Said, areAtOnce = true) => {
  const [x, y] = [bearer(a), bearer(b)]
  return contradictionOf(x, y, erasOf([x, y]), () => areAtOnce)
}

const CASES: readonly (readonly [what: string, a: Said, b: Said, expected: Contradiction | null])[] = [
  ['nothing at all', {}, {}, null],
  ['a footballer and a minister', { roles: ['striker'] }, { roles: ['transport minister'] }, 'field'],
  ['a role and none', { roles: ['striker'] }, {}, null],
  ['a lawyer and a minister', { roles: ['a lawyer'] }, { roles: ['minister'] }, null],
  ['a former footballer and a minister', { roles: ['former striker'] }, { roles: ['minister'] }, null],
  ['a head that could be of any field', { roles: ['director'] }, { roles: ['minister'] }, null],
  ['a football manager and a judge', { roles: ['football manager'] }, { roles: ['judge'] }, 'field'],
  ['mayors of two towns', { roles: ['mayor of Velden'] }, { roles: ['Harrow Bay mayor'] }, 'office'],
  ['a mayor, said shorter', { roles: ['Mayor'] }, { roles: ['the mayor of Velden'] }, null],
  ['one president, worded otherwise', { roles: ['US president'] }, { roles: ['American president'] }, null],
  ['two ministries', { roles: ['finance minister'] }, { roles: ['transport minister'] }, 'office'],
  ['one ministry', { roles: ['Interior Minister'] }, { roles: ['minister of the interior'] }, null],
  ['leaders of two groups', { roles: ['leader of the Harvest Party'] }, { roles: ['RTU leader'] }, null],
  ['leaders of two named groups', { roles: ['leader of Harvest'] }, { roles: ['leader of Union'] }, 'office'],
  ['eighty years', { publishedOn: '1931-01-01' }, { publishedOn: '2014-01-01' }, 'era'],
  ['twenty years', { publishedOn: '1994-01-01' }, { publishedOn: '2014-01-01' }, null],
  ['no date', { publishedOn: null }, { publishedOn: '2014-01-01' }, null],
  ['two ages', { ages: [24] }, { ages: [71] }, 'born'],
  ['an age a year on', { ages: [24] }, { ages: [25], publishedOn: '2015-06-01' }, null],
  ['two dates of birth', { after: [' (born 1950) said'] }, { after: [' (born 4 May 1983)'] }, 'born'],
  ['dead by then', { after: [' (1920–1987), who'] }, { roles: ['minister'] }, 'died'],
  ['written of before birth', { after: [' (born 1990)'] }, { publishedOn: '1970-01-01' }, 'died'],
  ['two in one text', { roles: ['singer', 'interior minister'] }, { roles: ['singer'] }, 'two-in-one-text'],
]

describe('what is said of two bearers of one full name', () => {
  it.each(CASES)('%s', (_, a, b, expected) => {
    expect(against(a, b)).toBe(expected)
    expect(against(b, a)).toBe(expected)
  })

  it('speaks of one who changed office unless both are held at once', () => {
    expect(against({ roles: ['mayor of Velden'] }, { roles: ['governor of Northmark'] }, false)).toBeNull()
    expect(against({ roles: ['mayor of Velden'] }, { roles: ['governor of Northmark'] }, true)).toBe('office')
  })

  it('agrees by a field, an office or a birth, and by a text that says both', () => {
    const [striker, minister] = [bearer({ roles: ['striker'] }), bearer({ roles: ['health minister'] })]
    const both = bearer({ roles: ['the former goalkeeper', 'minister'] })
    expect([agrees(striker, both), agrees(minister, both), agrees(striker, minister)]).toEqual([true, true, false])
    expect(bridges(both, striker, minister)).toBe(true)
    expect(bridges(bearer({ roles: ['striker', 'minister'] }), striker, minister)).toBe(false)
    expect(agrees(bearer({ ages: [24] }), bearer({ ages: [25] }))).toBe(true)
  })
})

describe('a bearer', () => {
  it('is the same wherever the same is said', () => {
    expect(bearer({ roles: ['the mayor of Velden', 'Mayor'] })).toEqual(bearer({ roles: ['Mayor', 'mayor of Velden'] }))
    expect(bearer({ roles: ['striker'] })).toEqual(bearer({ roles: ['a striker', 'goalkeeper'] }))
  })
})
