import { describe, expect, it } from 'vitest'
import { layOutCompany, nodeTowards } from '#renderer/features/dossiers/graph-layout.ts'
import type { EntityId } from '#shared/domain/ids.ts'

const id = (n: number) => `entity-${n}` as EntityId

function company(size: number) {
  const others = Array.from({ length: size }, (_, index) => ({
    id: id(index + 1),
    kind: 'person' as const,
    name: `Companion ${index + 1}`,
    shared: size - index,
    sharedArticles: 1,
  }))
  const ties = others.slice(1).map((other, index) => ({ from: id(index + 1), to: other.id, shared: 1 }))
  return { id: id(0), kind: 'group' as const, name: 'The middle', appearsWith: others, ties }
}

describe('layOutCompany', () => {
  it('gives the same picture each time, with the entity in the middle', () => {
    const picture = layOutCompany(company(12))
    expect(layOutCompany(company(12))).toEqual(picture)
    expect(picture.nodes[0]).toMatchObject({ id: id(0), shared: null, x: 0.5, y: 0.5 })
    expect(picture.lines).toHaveLength(12 + 11)
  })

  it('keeps names within the picture and off each other, however many there are', () => {
    for (let size = 0; size <= 12; size++) {
      const { nodes } = layOutCompany(company(size))
      for (const [index, node] of nodes.entries()) {
        expect(Math.min(node.x, 1 - node.x, node.y, 1 - node.y)).toBeGreaterThan(0)
        for (const other of nodes.slice(index + 1))
          expect(Math.hypot((node.x - other.x) * 700, (node.y - other.y) * 460)).toBeGreaterThan(40)
      }
    }
  })
})

describe('nodeTowards', () => {
  it('reaches every name from the middle by arrow keys', () => {
    const { nodes } = layOutCompany(company(12))
    const reached = new Set<string>([id(0)])
    const open = nodes.filter((node) => node.id === id(0))
    for (let from = open.pop(); from; from = open.pop())
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        const next = nodeTowards(nodes, from, key)
        if (!next || reached.has(next.id)) continue
        reached.add(next.id)
        open.push(next)
      }
    expect(reached.size).toBe(13)
  })
})
