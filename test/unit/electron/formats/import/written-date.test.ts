import { describe, expect, it } from 'vitest'
import { parseWrittenDate } from '#electron/formats/import/written-date.ts'

describe('parseWrittenDate', () => {
  it.each([
    ['15 September 2014', '2014-09-15'],
    ['15th Sept. 2014', '2014-09-15'],
    ['Monday, 15 September 2014', '2014-09-15'],
    ['Mon 15 Sep 2014, 14:03 BST', '2014-09-15'],
    ['September 15, 2014', '2014-09-15'],
    ['Sept 15 2014 at 2:03 p.m. ET', '2014-09-15'],
    ['15 September 2014 Last updated at 14:03 BST', '2014-09-15'],
    ['2014-09-15', '2014-09-15'],
    ['2014-09-15T12:30:00Z', '2014-09-15'],
    ['29 February 2016', '2016-02-29'],
  ])('reads %s', (line, date) => {
    expect(parseWrittenDate(line)).toBe(date)
  })

  it.each([
    ['a day that is not in the calendar', '30 February 2014'],
    ['figures whose order is open', '9/8/2014'],
    ['a sentence with a date in it', 'On 15 September 2014 ministers met in Paris'],
    ['a month without a day', 'September 2014'],
    ['a line of no end', `15 September 2014 ${'x'.repeat(10_000)}`],
  ])('gives null for %s', (_name, line) => {
    expect(parseWrittenDate(line)).toBeNull()
  })
})
