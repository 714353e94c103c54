import { describe, expect, it } from 'vitest'
import { run } from '../run.ts'

/** A text, and its quotations with who says them; "?" for someone without a name. */
const QUOTATIONS: readonly (readonly [text: string, quotations: readonly string[]])[] = [
  ['"We are ready," said Ana Ruiz on Monday.', ['Ana Ruiz: We are ready,']],
  ['"We are ready," Ana Ruiz said.', ['Ana Ruiz: We are ready,']],
  ['Ana Ruiz said: "We are ready."', ['Ana Ruiz: We are ready.']],
  ['“We are ready,” said Ana Ruiz.', ['Ana Ruiz: We are ready,']],
  ['Ana Ruiz said she was "extremely encouraged" by it.', ['Ana Ruiz: extremely encouraged']],
  ['Eva Lind met Ana Ruiz. "We are ready," she said.', ['Ana Ruiz: We are ready,']],
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
