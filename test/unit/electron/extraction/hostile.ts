/** Texts that make careless parsers slow: a name, and a maker of `length` UTF-16 code units of it. */
export const HOSTILE: readonly (readonly [name: string, make: (length: number) => string])[] = [
  ['one word', (length) => 'a'.repeat(length)],
  ['capitals without a space', (length) => 'A'.repeat(length)],
  ['capitalised words', (length) => 'Aba '.repeat(length / 4)],
  ['apostrophes', (length) => "a'".repeat(length / 2)],
  ['negations', (length) => "n't".repeat(length / 3)],
  ['emoji', (length) => '😀'.repeat(length / 2)],
  ['right-to-left words', (length) => 'مرحبا '.repeat(length / 6)],
  ['NULs', (length) => '\u0000'.repeat(length)],
  ['dotted letters', (length) => 'A.'.repeat(length / 2)],
  ['straight quotes', (length) => '"'.repeat(length)],
  ['opening brackets', (length) => '('.repeat(length)],
  ['digits', (length) => '1'.repeat(length)],
  ['numbers', (length) => '1,234 '.repeat(length / 6)],
  ['spelled numbers', (length) => 'twenty-one '.repeat(length / 11)],
  ['line ends', (length) => '\n'.repeat(length)],
  ['spaces', (length) => `A.${' '.repeat(length)}`],
  ['hyphens', (length) => 'A-'.repeat(length / 2)],
  ['quotations', (length) => '"Aba," said Aba. '.repeat(length / 17)],
  ['titles', (length) => 'President '.repeat(length / 10)],
]

/** Fourfold text may take eightfold time: twice what linear is, since memory is slower in large amounts. */
export const HOSTILE_GROWTH = 8

const SMALL_CHARS = 60_000
/** Below this the clock and the collector drown what is measured. */
const FLOOR_MS = 25
/** Enough English for a language check to go on to the rules; what follows is hostile. */
const ENGLISH =
  'It was said in the report that the people of the town had been there for more than they would like. '.repeat(120)

/** How many times longer `work` takes on 240,000 characters than on a quarter of them, both after some English; best of two runs. */
export function measureGrowth(make: (length: number) => string, work: (text: string) => unknown): number {
  const [small, large] = [SMALL_CHARS, SMALL_CHARS * 4].map((length) => bestCpuMs(ENGLISH + make(length), work))
  return Math.max(large ?? 0, FLOOR_MS) / Math.max(small ?? 0, FLOOR_MS)
}

/** Time of this thread alone, so that whatever else the machine does leaves the ratio alone. */
function bestCpuMs(text: string, work: (text: string) => unknown): number {
  const times = [0, 1].map(() => {
    const before = process.threadCpuUsage()
    work(text)
    return process.threadCpuUsage(before).user / 1000
  })
  return Math.min(...times)
}
