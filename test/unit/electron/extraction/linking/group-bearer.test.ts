import { describe, expect, it } from 'vitest'
import { groupContradiction, readGroupBearer } from '#electron/extraction/linking/group-bearer.ts'
import { findHomeWords } from '#electron/extraction/linking/homes.ts'
import type { EntityKind } from '#shared/domain/extraction.ts'

/** What a text says of all that it calls by that name. */
function read(kind: EntityKind, name: string, text: string, ...roles: string[]) {
  const places = [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
    start: index,
    end: index + name.length,
  }))
  return readGroupBearer({
    kind,
    name,
    roles: roles.map((role) => ({ role })),
    places,
    text,
    words: findHomeWords(text),
  })
}

const homes = (...said: Parameters<typeof read>) => read(...said).homes

describe('words that say where', () => {
  it('are names, people and adjectives of countries, their towns and parts', () => {
    const text = "U.S. troops left New South Wales for Canada's capital; Britons and Sri Lankan guards stayed in Paris."
    expect(findHomeWords(text).map(({ start, end, home }) => [text.slice(start, end), home])).toEqual([
      ['U.S.', 'United States'],
      ['New South Wales', 'Australia/New South Wales'],
      ['Canada', 'Canada'],
      ['Britons', 'United Kingdom'],
      ['Sri Lankan', 'Sri Lanka'],
      ['Paris', 'France//Paris'],
    ])
  })
})

describe('a group whose name many countries have', () => {
  it.each([
    ["Canada's Liberal Party won. Iran and Iraq and Syria and Peru watched.", ['Canada']],
    ["Canada's ruling Liberal Party won in Peru.", ['Canada']],
    ['The Liberal Party of Australia met in Rome.', ['Australia']],
    ['In Canada, the Liberal Party won. Peru watched.', ['Canada']],
    ['The Liberal Party asked Toronto and Ottawa.', ['Canada']],
    ['The Liberal Party asked Toronto and Lima.', ['Canada', 'Peru']],
    ['The Liberal Party spoke of Ottawa.', []],
    ['The Liberal Party spoke of Peru, Chile, Cuba and Mali.', []],
  ])('%s', (text, expected) => {
    expect(homes('group', 'Liberal Party', text)).toEqual(expected)
  })

  it('is what it is called', () => {
    const text = 'The National Bank spoke of Peru and of Chile.'
    expect(homes('group', 'National Bank', text, "Serbia's central bank")).toEqual(['Serbia'])
  })

  it('is two where one text says both', () => {
    const text = "Canada's Liberal Party wrote to Australia's Liberal Party."
    expect(read('group', 'Liberal Party', text)).toMatchObject({ homes: ['Australia', 'Canada'], isTwo: true })
  })
})

describe('any other group', () => {
  it('is not at home where it works', () => {
    expect(homes('group', 'United Nations', 'The United Nations in Sudan asked Sudan.')).toEqual([])
    expect(homes('group', 'Oxfam', 'Oxfam in Sudan asked Sudan.', 'a charity working in Sudan')).toEqual([])
    expect(homes('group', 'Islamic State', 'Islamic State fled.', 'a Syrian militia')).toEqual([])
  })

  it('is where it stands, if it stands somewhere', () => {
    expect(homes('group', 'Trinity College', 'Trinity College in Dublin is old.')).toEqual(['Ireland//Dublin'])
    expect(homes('group', 'Trinity College', 'Trinity College, Cambridge, is old.')).toEqual([
      'United Kingdom//Cambridge',
    ])
  })

  it('is told from another by its country or by what it does', () => {
    const insurer = read('group', 'Meridian', 'Meridian failed.', 'an Australian insurer')
    const band = read('group', 'Meridian', 'Meridian sang.', 'a band')
    const bank = read('group', 'Meridian', 'Meridian paid.', 'a British bank')
    const unknown = read('group', 'Meridian', 'Meridian sold Peru and Chile.')
    expect(groupContradiction(insurer, bank)).toBe('home')
    expect(groupContradiction(insurer, band)).toBe('trade')
    expect(groupContradiction(insurer, unknown)).toBeNull()
  })
})

describe('a place', () => {
  it.each([
    ['Springfield', 'A fire in Springfield, Illinois, is out.', ['United States/Illinois']],
    ['Springfield', 'The Missouri town of Springfield is calm.', ['United States/Missouri']],
    ['Springfield', 'Offices in Springfield, Illinois and Ohio closed.', []],
    ['Paris', 'It rained in Paris.', ['France']],
    ['Paris', 'It rained in Paris, Texas.', ['United States/Texas']],
    ['Paris', 'They flew from Paris, Germany and Spain.', ['France']],
    ['Tripoli', 'Talks went on in Tripoli.', ['Libya']],
    ['Tripoli', 'The Lebanese city of Tripoli is calm.', ['Lebanon']],
    ['Tripoli', 'From Beirut they drove to Tripoli.', ['Lebanon']],
    ['Georgia', 'Georgia and Russia signed it in Tbilisi.', ['Georgia']],
    ['Georgia', 'Georgia and Texas are in the US.', ['United States/Georgia']],
    ['Georgia', 'Georgia is mild.', []],
    ['Texas', 'They visited Texas, Ohio, Iowa and Utah.', []],
    ['Canada', "France's Canada is no more.", []],
  ])('%s: %s', (name, text, expected) => {
    expect(homes('place', name, text)).toEqual(expected)
  })
})
