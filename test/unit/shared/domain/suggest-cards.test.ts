import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extract } from '#electron/workers/extract-task.ts'
import { parseCloze } from '#shared/domain/cloze.ts'
import { type ProposedCard, suggestCards } from '#shared/domain/suggest-cards.ts'

const MODEL_FILE = join(import.meta.dirname, '../../../../resources/extraction/names.bin')

function proposalsFor(text: string, publishedOn: string | null = '2025-03-02'): ProposedCard[] {
  const { found, sentences } = extract(MODEL_FILE, { title: 'A title', text, blocks: [], publishedOn })
  return suggestCards({ text, publishedOn, found, sentences })
}

const STORY = `The Water Board (WB) said on Tuesday that about 300 wells in Karando had run dry.

Foreign Minister Lena Okafor told Radio Karando that "every village will have a pump again by the autumn".

Ms Okafor praised the Water Board for its work in Karando.`

describe('suggestCards', () => {
  it('asks who someone is, who held a role then, how many, what letters stand for and who said it', () => {
    const cards = proposalsFor(STORY)
    const shown = Object.fromEntries(cards.map((card) => [card.kind, `${card.front} | ${card.back}`]))
    expect(shown).toMatchObject({
      who: 'Who is Lena Okafor? | Foreign Minister',
      role: 'Who was the Foreign Minister in March 2025? | Lena Okafor',
      group: 'What does WB stand for? | Water Board',
      'who-said': 'Who said: “every village will have a pump again by the autumn” | Lena Okafor',
    })
    expect(shown['how-many']).toContain('{{c1::about 300::how many}} wells')
  })

  it('names what is counted only where the sentence itself does not', () => {
    const text = 'By the end of the long summer about 300 boats had run dry in the valley.'
    const { found, sentences } = extract(MODEL_FILE, { title: 'A title', text, blocks: [], publishedOn: null })
    const figures = found.figures.map((figure) => ({ ...figure, unit: null, measures: 'wells' }))
    const fronts = suggestCards({ text, publishedOn: null, found: { ...found, figures }, sentences }).map(
      (c) => c.front,
    )
    expect(fronts.join()).toContain('{{c1::about 300::how many wells}} boats')
  })

  it('writes what follows a gap as one would, without marks against Markdown that is none there', () => {
    const fronts = proposalsFor('The council of Karando opened the new 328-seat hall by the river to all on Monday.')
      .filter(({ kind }) => kind === 'how-many')
      .map(({ front }) => front)
    expect(fronts).toEqual([expect.stringContaining('{{c1::328::how many}}-seat hall')])
  })

  it('asks for no letters that everyone knows', () => {
    const cards = proposalsFor(
      'The United States (US) said on Tuesday that the United Nations (UN) should meet in Karando.',
    )
    expect(cards.filter(({ kind }) => kind === 'group')).toEqual([])
  })

  it('hides an entity wherever its sentence names it, so that nothing gives the answer away', () => {
    const cards = proposalsFor(STORY).filter((card) => card.kind === 'cloze')
    for (const card of cards) {
      const hidden = parseCloze(card.front).flatMap((part) => ('answer' in part ? [String(part.answer)] : []))
      const rest = card.front.replace(/\{\{c1::.*?\}\}/g, '')
      for (const answer of hidden) expect(rest).not.toContain(answer)
    }
  })

  it('rests each card on a passage of the text that it quotes exactly', () => {
    for (const card of proposalsFor(STORY)) expect(STORY.slice(card.start, card.end)).toBe(card.quote)
  })

  it('proposes a handful, each once, and always the same', () => {
    const long = Array.from({ length: 40 }, (_, n) => STORY.replaceAll('Okafor', `Okafor${'abcdefghij'[n % 10]}`)).join(
      '\n\n',
    )
    const cards = proposalsFor(long)
    expect(cards.length).toBeLessThanOrEqual(8)
    expect(new Set(cards.map((card) => card.front)).size).toBe(cards.length)
    expect(proposalsFor(long)).toEqual(cards)
  })

  it('asks no number that the sentence lists, repeats, or that is guessed', () => {
    const cards = proposalsFor(
      `Five villages took part in the trial in Karando: Alma, Beru, Cato, Dero and Enso.

The Water Board counted two pumps in the valley of Karando last week.

The board dug 40 wells in Karando, and all 40 wells gave water at once.`,
    )
    expect(cards.filter(({ kind }) => kind === 'how-many')).toEqual([])
  })

  it('makes no card of a sentence that points back to another', () => {
    const cards = proposalsFor(
      `Foreign Minister Lena Okafor came to Karando. She said that about 300 wells in Karando had run dry.`,
    )
    for (const { front } of cards) expect(front).not.toContain('She said')
  })

  it('asks for the holder of a role only where the role says of what, and one alone holds it', () => {
    const cards = proposalsFor(
      `Prime Minister Ana Sorel met Prime Minister Jon Avel in Port Alma. A former minister, Rita Monk, was there too.`,
    )
    expect(cards.filter(({ kind }) => kind === 'role')).toEqual([])
  })

  it('hides nothing that the rest of its sentence gives away', () => {
    const cards = proposalsFor(
      `The Karando Water Board told Lena Okafor that every Karando official would hear of it. Lena Okafor thanked the Karando Water Board.`,
    )
    for (const { front } of cards.filter(({ kind }) => kind === 'cloze'))
      expect(front.replace(/\{\{c1::.*?\}\}/g, '')).not.toMatch(/Okafor|Water Board/)
  })

  it('proposes nothing from a text that names no one', () => {
    expect(proposalsFor('it rained all day and nothing else happened at all in the village.')).toEqual([])
  })
})
