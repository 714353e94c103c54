import { describe, expect, it } from 'vitest'
import { walk } from '#renderer/app/use-trail.ts'

describe('walk', () => {
  const two = { entries: ['a', 'b'], at: 1 }

  it('goes on with a link, and forgets what lay ahead', () => {
    expect(walk({ entries: ['a', 'b', 'c'], at: 0 }, 'd', 'PUSH')).toEqual({ entries: ['a', 'd'], at: 1 })
  })

  it('stays with a replacement', () => {
    expect(walk(two, 'c', 'REPLACE')).toEqual({ entries: ['a', 'c'], at: 1 })
  })

  it('finds the way back and forward again', () => {
    const back = walk(two, 'a', 'POP')
    expect([back.at, walk(back, 'b', 'POP').at]).toEqual([0, 1])
  })

  it('meets entries from before a reload at the front', () => {
    expect(walk({ entries: ['b'], at: 0 }, 'a', 'POP')).toEqual({ entries: ['a', 'b'], at: 0 })
  })

  it('takes an address typed by hand for a link', () => {
    expect(walk(two, 'default', 'POP')).toEqual({ entries: ['a', 'b', 'default'], at: 2 })
  })
})
