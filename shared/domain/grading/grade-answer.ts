import { foldText } from '../../text/fold.ts'
import { type ExpectedAmount, gradeAmount, readExpectedAmount } from './grade-amount.ts'
import { type ExpectedName, gradeName } from './grade-name.ts'
import { gradeWords } from './grade-words.ts'
import { accept, reject, type Verdict } from './verdict.ts'

/** What a typed answer is held against. `also`: answers that the person said count too. */
export type ExpectedAnswer = { readonly also: readonly string[] } & (
  | ({ readonly type: 'name' } & ExpectedName)
  | ({ readonly type: 'amount'; readonly text: string } & ExpectedAmount)
  | { readonly type: 'words'; readonly answers: readonly string[] }
)

/** What is expected where only the words of the answer are known: a quantity if they are one, else the words. */
export function expectText(text: string, also: readonly string[] = []): ExpectedAnswer {
  const amount = readExpectedAmount(text)
  return amount ? { type: 'amount', text, also, ...amount } : { type: 'words', answers: [text], also }
}

/**
 * Whether a typed answer means what is asked for, and why. It never takes one person, group, place or quantity for
 * another; what is doubtful is not accepted, and the person may say that it counts.
 */
export function gradeAnswer(typed: string, expected: ExpectedAnswer): Verdict {
  const folded = foldText(typed)
  if (folded === '') return reject('empty')
  if (expected.also.some((answer) => foldText(answer) === folded)) return accept('alias')
  if (expected.type === 'name') return gradeName(typed, expected)
  if (expected.type === 'words') return gradeWords(typed, expected.answers)
  if (folded === foldText(expected.text)) return accept('same')
  const verdict = gradeAmount(typed, expected)
  return verdict.reason === 'different' ? gradeWords(typed, [expected.text]) : verdict
}
