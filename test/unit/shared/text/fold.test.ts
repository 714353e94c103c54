import { describe, expect, it } from 'vitest'
import { foldText } from '#shared/text/fold.ts'

describe('foldText', () => {
  it.each([
    ['François HOLLANDE', 'francois hollande'],
    ['Łódź', 'lodz'],
    ['O’Neill', "o'neill"],
    ['  two \n words ', 'two words'],
    ['ﬁve', 'five'],
    ['Ærø', 'aero'],
  ])('folds %j to %j', (text, folded) => expect(foldText(text)).toBe(folded))
})
