import { describe, expect, it } from 'vitest'
import { joinPageLines } from '#electron/formats/import/pdf/join-page-lines.ts'
import { pageToLines } from '#electron/formats/import/pdf/page-lines.ts'
import type { PageRun } from '#electron/formats/import/pdf/page-run.ts'

const run = (text: string, x: number, y: number, size = 10): PageRun => ({
  text,
  x,
  y,
  size,
  width: text.length * size * 0.5,
})

/** Lines of ten points, a line every twelve points from the top. */
const linesFrom = (top: number, texts: readonly string[], x = 50) =>
  texts.map((text, at) => run(text, x, top - at * 12))
const blocksOf = (...pages: PageRun[][]) => joinPageLines(pages.map(pageToLines)).map(({ kind, text }) => [kind, text])

const long = 'Fog had hidden the light of the harbour for three days, and nobody had seen'

describe('the lines of a page', () => {
  it('hold the raised marks of notes apart from their words, and end nowhere for them', () => {
    const text = 'and the bells rang for it.'
    const mark = run('12', 50 + text.length * 5 + 0.5, 688 + 4.8, 6)
    expect(blocksOf([...linesFrom(700, [long, text, 'Then it was over.']), mark])).toEqual([
      ['paragraph', `${long} ${text}[12] Then it was over.`],
    ])
  })

  it('keep a raised figure after a figure for a power, and a mark that begins a note before it', () => {
    const power = run('6', 50 + 'about 10'.length * 5, 704, 6)
    expect(blocksOf([run('about 10', 50, 700), power, run('tons of it', 97, 700)])).toEqual([
      ['paragraph', 'about 10⁶ tons of it'],
    ])
    expect(blocksOf([run('3', 50, 704, 6), run('A note.', 54, 700)])).toEqual([['paragraph', '[3] A note.']])
  })
})

describe('joinPageLines', () => {
  it('begins an item with the next number, whatever the one before ends with, and ends a list at the margin', () => {
    const items = linesFrom(700, ['1. First thing', '2. Second thing', '3. Third thing'], 68)
    expect(blocksOf([...items, ...linesFrom(664, [long])])).toEqual([
      ['list-item', '1. First thing'],
      ['list-item', '2. Second thing'],
      ['list-item', '3. Third thing'],
      ['paragraph', long],
    ])
  })

  it('puts notes at the foot of a page after the paragraph that goes on over it', () => {
    const body = linesFrom(700, [long, long, long])
    const notes = [run('1 A first note, that goes', 50, 100, 8), run('on.', 50, 90, 8), run('2 A second.', 50, 80, 8)]
    expect(
      blocksOf([...body, ...notes], linesFrom(700, ['it since.', 'A new one, on the next page of them all.'])),
    ).toEqual([
      ['paragraph', `${long} ${long} ${long} it since.`],
      ['paragraph', '1 A first note, that goes on.'],
      ['paragraph', '2 A second.'],
      ['paragraph', 'A new one, on the next page of them all.'],
    ])
  })
})
