import { describeQuote } from '#shared/text/describe-quote.ts'
import { createReAnchor } from '#shared/text/re-anchor.ts'
import { randomFrom } from '../../scripts/train/random.ts'
import { measure, type Sample } from './sample.ts'

const WORDS = 100_000
const MARKS = 2000

const vocabulary = Array.from({ length: 6000 }, (_, index) => (index * 7919 + 31).toString(36))

/** A made-up book of 100,000 words, and the same one with a tenth of its paragraphs gone and typos in half of the rest. */
function makeBook(): { before: string; after: string } {
  const random = randomFrom(5)
  const word = () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? ''
  const paragraphs = Array.from({ length: WORDS / 80 }, () => Array.from({ length: 80 }, word).join(' '))
  const misspell = (text: string) => text.replace(/\w(?= )/g, (letter) => (random() < 0.05 ? 'q' : letter))
  const kept = paragraphs.filter(() => random() > 0.1)
  const after = kept.map((text) => (random() < 0.5 ? misspell(text) : text))
  return { before: paragraphs.join('\n\n'), after: after.join('\n\n') }
}

/** How long a book's marks take to be found in its changed text: the comparison, then 2,000 marks. */
export async function measureReAnchoring(): Promise<Sample[]> {
  const { before, after } = makeBook()
  const random = randomFrom(6)
  const passages = Array.from({ length: MARKS }, () => {
    const start = Math.floor(random() * (before.length - 300))
    const end = start + 10 + Math.floor(random() * 250)
    return { start, end, ...describeQuote(before, start, end) }
  })
  const compared = await measure({ name: 'compare two texts (100,000 words)', runs: 5, warmUps: 1 }, async () => {
    createReAnchor(before, after)
  })
  const found = await measure({ name: 'find 2,000 marks in a changed text', runs: 3, warmUps: 1 }, async () => {
    const anchor = createReAnchor(before, after)
    const beganMs = performance.now()
    for (const passage of passages) anchor.find(passage)
    return performance.now() - beganMs
  })
  return [compared, found]
}
