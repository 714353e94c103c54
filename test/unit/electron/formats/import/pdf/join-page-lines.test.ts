import { expect, it } from 'vitest'
import { joinPageLines } from '#electron/formats/import/pdf/join-page-lines.ts'

it('takes the dot of a font of symbols for the dot of a list', () => {
  const lines = ['The plan has two parts that come one after the other.', '\uf0b7 Dig the dam.', '\ue00c Fill it.'].map(
    (text, at) => ({ text, x: 50, y: 700 - at * 12, right: 300, size: 10 }),
  )
  expect(joinPageLines([lines]).map(({ kind, text }) => [kind, text])).toEqual([
    ['paragraph', 'The plan has two parts that come one after the other.'],
    ['list-item', 'Dig the dam.'],
    ['list-item', 'Fill it.'],
  ])
})
