import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessTable } from '#shared/domain/card-columns.ts'
import { canonicalAddress } from '#shared/text/canonical-address.ts'
import { bandsOf, likenessOf, NEAR_FROM, printText } from '#shared/text/text-print.ts'

const story = (seed: number, sentences: number) =>
  Array.from(
    { length: sentences },
    (_, at) => `Clerk ${seed * 100 + at} counted ${(seed * 37 + at * 13) % 1000} boats off pier ${seed + at * 3}.`,
  )

describe('printText', () => {
  it('finds the same story cut, edited and mixed with other words, and no other', () => {
    const whole = story(1, 40)
    const print = printText(whole.join(' '))
    const alike = [
      whole.slice(0, 20),
      whole.filter((_, at) => at % 4 !== 0),
      [...whole, ...story(2, 15)],
      whole.map((line) => line.toUpperCase()),
    ]
    for (const lines of alike) {
      const other = printText(lines.join('\n\n'))
      if (!print || !other) throw new Error('Long enough to be compared.')
      expect(likenessOf(print, other)).toBeGreaterThan(NEAR_FROM)
      expect(bandsOf(print).some((band) => bandsOf(other).includes(band))).toBe(true)
    }
    const stranger = printText(story(9, 40).join(' '))
    expect(print && stranger && likenessOf(print, stranger)).toBeLessThan(NEAR_FROM)
  })

  it('takes the same words for the same text, however they are set, and none that is too short', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 30, maxLength: 80 })
    fc.assert(
      fc.property(words, (list) => {
        const [one, other] = [printText(list.join(' ')), printText(`${list.join('\n— ').toUpperCase()}!`)]
        expect(one?.signature).toEqual(other?.signature)
      }),
      { seed: 20260514 },
    )
    expect(printText('Too few words to tell.')).toBeNull()
  })
})

describe('canonicalAddress', () => {
  it.each([
    ['https://www.a.example/News/index.html?utm_source=x&b=2&a=1#top', 'a.example/News?a=1&b=2'],
    ['http://a.example/News/?a=1&b=2&fbclid=y', 'a.example/News?a=1&b=2'],
    ['https://m.a.example:8080/x/', 'a.example:8080/x'],
    ['javascript:x()', null],
    ['not an address', null],
  ])('makes %s one with the others of its page', (address, expected) => {
    expect(canonicalAddress(address)).toBe(expected)
  })
})

describe('guessTable', () => {
  it.each([
    [
      'Hund;dog\nKatze;cat\n',
      { separator: ';', hasHeader: false, columns: { front: 0, back: 1, tags: null, guid: null } },
    ],
    [
      'id,Answer,Question,Tags\n1,dog,Hund,x\n2,cat,Katze,y\n',
      { separator: ',', hasHeader: true, columns: { front: 2, back: 1, tags: 3, guid: 0 } },
    ],
    [
      '#separator:tab\n#html:true\n#tags column:3\nHund\t<b>dog</b>\tx y\n',
      { separator: '\t', hasHeader: false, isHtml: true, columns: { front: 0, back: 1, tags: 2, guid: null } },
    ],
    ['"a, b","c"\n"d","e, f"\n', { separator: ',', columns: { front: 0, back: 1, tags: null, guid: null } }],
  ])('sees how %j is written', (text, expected) => {
    expect(guessTable(text)).toMatchObject(expected)
  })

  it('takes a text for none', () => {
    expect(guessTable('One line of words\nand another one\n')).toBeNull()
  })
})
