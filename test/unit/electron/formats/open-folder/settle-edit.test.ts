import { describe, expect, it } from 'vitest'
import { settleEdit } from '#electron/formats/open-folder/settle-edit.ts'

const edit = { before: 'written', after: 'there' }

describe('settleEdit', () => {
  it.each<[string, string, string[], object]>([
    ['takes an edit over where the note is as it was written', 'written \r\n', [], { kind: 'CHANGED', note: 'there' }],
    ['keeps both where it was changed here too', 'here', [], { kind: 'BOTH', note: 'here\n\n---\n\nthere' }],
    ['does nothing where the note says so already', 'there\n', [], { kind: 'NONE' }],
    ['does nothing where both stand already', 'here\n\n---\n\nthere', [], { kind: 'NONE' }],
    ['does nothing where both stand the other way round', 'there \n\n---\n\nhere', [], { kind: 'NONE' }],
    ['does nothing where it came in before, whatever became of it here', 'here', ['there'], { kind: 'NONE' }],
    ['puts a second edit in the place of the first', 'first', ['first'], { kind: 'CHANGED', note: 'there' }],
    [
      'puts a second edit in the place of the first below what was written here',
      'here\n\n---\n\nfirst',
      ['first'],
      { kind: 'CHANGED', note: 'here\n\n---\n\nthere' },
    ],
    ['leaves a note that both versions would make too long', 'h'.repeat(99_999), [], { kind: 'TOO_LONG' }],
  ])('%s', (_, here, taken, expected) => {
    expect(settleEdit(here, edit, (note) => taken.includes(note))).toEqual(expected)
  })
})
