import { describe, expect, it } from 'vitest'
import { groupHits, hitPath } from '#renderer/features/search/group-hits.ts'
import type { SearchItem } from '#shared/contract/library.ts'
import type { ArticleId, CardId, EntityId } from '#shared/domain/ids.ts'

const hit = (part: Partial<SearchItem> & Pick<SearchItem, 'kind'>): SearchItem => ({ title: '', snippet: '', ...part })
// Any text serves as an id here: nothing looks it up.
const articleId = 'a1' as ArticleId

describe('groupHits', () => {
  it('puts names before articles and keeps the rank within a kind', () => {
    const hits = [
      hit({ kind: 'article', title: 'first' }),
      hit({ kind: 'person', title: 'Kerry' }),
      hit({ kind: 'article', title: 'second' }),
    ]
    expect(groupHits(hits).map((group) => [group.label, group.hits.map(({ title }) => title)])).toEqual([
      ['People', ['Kerry']],
      ['Articles', ['first', 'second']],
    ])
  })
})

describe('hitPath', () => {
  it('leads to the passage, the dossier or the card', () => {
    expect(hitPath(hit({ kind: 'article', articleId }))).toBe('/article/a1')
    expect(hitPath(hit({ kind: 'annotation', articleId, start: 3, end: 9 }))).toBe('/article/a1?at=3-9')
    expect(hitPath(hit({ kind: 'person', entityId: 'e1' as EntityId }))).toBe('/dossier/e1')
    expect(hitPath(hit({ kind: 'card', cardId: 'c1' as CardId, articleId }))).toBe('/cards?card=c1')
  })
})
