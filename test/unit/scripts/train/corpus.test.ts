import { describe, expect, it } from 'vitest'
import { beginLabel, insideLabel, NAME_TYPES } from '#electron/extraction/names/model-labels.ts'
import { ALL_LABELS, joinDocuments, labelDocument } from '../../../../scripts/train/corpus.ts'
import { goldDocument } from '../../electron/extraction/names/tiny-model.ts'

const FULL = { hasMisc: true, hasNorp: true }
const NAMES = new Map(
  NAME_TYPES.flatMap((type): [number, string][] => [
    [1 << beginLabel(type), `B-${type}`],
    [1 << insideLabel(type), `I-${type}`],
  ]),
)

/** The labels of each token in words. */
function labels(marked: string, rules: Parameters<typeof labelDocument>[1]): string {
  return labelDocument(goldDocument(marked), rules)
    .flatMap(({ tokens, allowed }) =>
      tokens.map((token, at) => {
        const mask = allowed[at] ?? 0
        if (mask === ALL_LABELS) return `${token.text}=any`
        const some = [...NAMES].filter(([bit]) => mask & bit).map(([, name]) => name)
        if (mask & 1) some.unshift('O')
        return some.join() === 'O' ? token.text : `${token.text}=${some.join('|')}`
      }),
    )
    .join(' ')
}

describe('labelDocument', () => {
  it('labels the first token of a name as its beginning and the others as its inside', () => {
    expect(labels('We met [Ana Ruiz|PER] in [Oslo|LOC].', FULL)).toBe('We met Ana=B-PER Ruiz=I-PER in Oslo=B-LOC .')
  })

  it('leaves open whether MISC is NORP where a source does not tell', () => {
    expect(labels('[Polish|MISC] towns', { hasMisc: true, hasNorp: false })).toBe('Polish=B-MISC|B-NORP towns')
    expect(labels('[Polish|MISC:NORP] towns', { hasMisc: true, hasNorp: false })).toBe('Polish=B-NORP towns')
  })

  it('leaves open whether nothing is MISC or NORP where a source labels neither', () => {
    expect(labels('towns', { hasMisc: false, hasNorp: false })).toBe('towns=O|B-MISC|I-MISC|B-NORP|I-NORP')
  })

  it('does not believe rough labels that part a row of capitals', () => {
    const rough = { hasMisc: true, hasNorp: true, isRough: true }
    expect(labels('the United [States|LOC] or [Peru|LOC]', rough)).toBe('the United=any States=any or Peru=B-LOC')
    expect(labels('the [Bank|ORG] of Ghana paid', rough)).toBe('the Bank=any of=any Ghana=any paid')
  })

  it('frees tokens whose label no sequence could reach', () => {
    expect(labels('He joined [Go! Team|ORG] then.', FULL)).toBe('He joined Go=B-ORG !=I-ORG Team=any then .')
  })
})

describe('joinDocuments', () => {
  it('puts records of one document together and moves their names along', () => {
    const [first, second, ...others] = joinDocuments(
      [
        { id: 'a-1', doc: 'a', text: 'One.', entities: [{ start: 0, end: 3, type: 'MISC' }] },
        { id: 'b-1', doc: 'b', text: 'Else.', entities: [] },
        { id: 'a-2', doc: 'a', text: 'Two.', entities: [{ start: 0, end: 3, type: 'ORG' }] },
      ],
      'set',
    )
    expect(first?.text).toBe('One.\n\nTwo.')
    expect(first?.names.map((name) => first.text.slice(name.start, name.end))).toEqual(['One', 'Two'])
    expect([second?.id, others]).toEqual(['b', []])
  })
})
