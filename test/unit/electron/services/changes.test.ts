import { describe, expect, it } from 'vitest'
import { createChangeFeed } from '#electron/services/changes.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

const [one, other] = ['one', 'other'] as ArticleId[]

describe('ChangeFeed', () => {
  it('begins with a change of nothing, then tells each change to who reads along', async () => {
    const feed = createChangeFeed()
    const changes = feed.watch(undefined)
    expect((await changes.next()).value).toEqual({ areas: [], revision: 0, articleId: null })
    feed.announce(['card'], one)
    expect((await changes.next()).value).toEqual({ areas: ['card'], revision: 1, articleId: one })
    await changes.return()
  })

  it('tells one who is slow of all that happened in one change', async () => {
    const feed = createChangeFeed()
    const changes = feed.watch(undefined)
    await changes.next()
    for (let n = 0; n < 1000; n++) feed.announce(n % 2 ? ['card', 'review'] : ['card'], n % 2 ? one : other)
    expect((await changes.next()).value).toEqual({ areas: ['card', 'review'], revision: 1000, articleId: null })
    const waiting = changes.next()
    feed.announce(['tag' as 'card'])
    expect((await waiting).value?.revision).toBe(1001)
  })

  it('ends when it is closed, when the reader goes, and for who comes after', async () => {
    const feed = createChangeFeed()
    const leaving = new AbortController()
    const [gone, closed] = [feed.watch(leaving.signal), feed.watch(undefined)]
    await Promise.all([gone.next(), closed.next()])
    const ends = [gone.next(), closed.next()]
    leaving.abort()
    feed.close()
    expect((await Promise.all(ends)).map(({ done }) => done)).toEqual([true, true])
    expect((await feed.watch(undefined).next()).done).toBe(true)
  })
})
