import { describe, expect, it } from 'vitest'
import { run } from '../run.ts'

/** A text, and its quotations with who says them; "?" for someone without a name. */
const QUOTATIONS: readonly (readonly [text: string, quotations: readonly string[]])[] = [
  ['"We are ready," said Ana Ruiz on Monday.', ['Ana Ruiz: We are ready,']],
  ['"We are ready," Ana Ruiz said.', ['Ana Ruiz: We are ready,']],
  ['Ana Ruiz said: "We are ready."', ['Ana Ruiz: We are ready.']],
  ['“We are ready,” said Ana Ruiz.', ['Ana Ruiz: We are ready,']],
  ['Ana Ruiz said she was "extremely encouraged" by it.', ['Ana Ruiz: extremely encouraged']],
  ['Eva Lind met Ana Ruiz. "We are ready," she said.', ['Eva Lind: We are ready,']],
  ['The mayor, Ana Ruiz, met Eva Lind. "We are ready," the mayor said.', ['Ana Ruiz: We are ready,']],
  ['According to Ana Ruiz, "we are ready" for it.', ['Ana Ruiz: we are ready']],
  ['They are "ready for it," according to Ana Ruiz.', ['Ana Ruiz: ready for it,']],
  ['"We are ready," said the head of the union, Ana Ruiz.', ['Ana Ruiz: We are ready,']],
  ['Ana Ruiz broke the news. "It is being looked at."', ['Ana Ruiz: It is being looked at.']],
  ['An onlooker told the BBC "it was over in a flash".', ['?: it was over in a flash']],
  ['The report was led by Ana Ruiz, who said "it took us years".', ['Ana Ruiz: it took us years']],
  [
    'Ana Ruiz said, "Eva Lind was a friend to us all." She called her "one of the best".',
    ['Ana Ruiz: Eva Lind was a friend to us all.', 'Ana Ruiz: one of the best'],
  ],
  ['"We are ready," officials said.', ['?: We are ready,']],
  ['Ana Ruiz sells "magic" lamps.', []],
  [
    '"We are ready," said Ana Ruiz. "And we will stay here."',
    ['Ana Ruiz: We are ready,', 'Ana Ruiz: And we will stay here.'],
  ],
  [
    'Ana Ruiz said: "We are ready."\n\n"And we will stay here."',
    ['Ana Ruiz: We are ready.', 'Ana Ruiz: And we will stay here.'],
  ],
]

describe('quotations', () => {
  it.each(QUOTATIONS)('%s', (text, quotations) => {
    const { entities, quotations: found } = run(text)
    const told = found.map(({ start, end, entity }) => {
      return `${entity === null ? '?' : entities[entity]?.name}: ${text.slice(start, end)}`
    })
    expect(told).toEqual(quotations)
  })
})
