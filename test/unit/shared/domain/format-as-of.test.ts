import { expect, it } from 'vitest'
import { formatAsOf } from '#shared/domain/format-as-of.ts'

it('writes when a figure holds alike, wherever it stood in its sentence', () => {
  expect(['Since August', 'since August', 'As of May 4', 'August 2014', null].map(formatAsOf)).toEqual([
    'since August',
    'since August',
    'as of May 4',
    'August 2014',
    null,
  ])
})
