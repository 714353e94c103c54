import type { EntityId } from '#shared/domain/ids.ts'

/** Which entities are one, with those that must never be. */
export class EntityGroups {
  readonly #parent = new Map<EntityId, EntityId>()
  readonly #apart: readonly (readonly [EntityId, EntityId])[]

  constructor(ids: Iterable<EntityId>, apart: readonly (readonly [EntityId, EntityId])[]) {
    for (const id of ids) this.#parent.set(id, id)
    this.#apart = apart
  }

  rootOf(id: EntityId): EntityId {
    let root = id
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root)) root = up
    return root
  }

  join(a: EntityId, b: EntityId): void {
    if (!this.#parent.has(a) || !this.#parent.has(b)) return
    const [rootA, rootB] = [this.rootOf(a), this.rootOf(b)]
    if (rootA === rootB || this.areApart(rootA, rootB)) return
    this.#parent.set(rootB, rootA)
  }

  /** Whether the person said of the two, or of what they are one with, that they are not one. */
  areApart(a: EntityId, b: EntityId): boolean {
    const [rootA, rootB] = [this.rootOf(a), this.rootOf(b)]
    return this.#apart.some(([x, y]) => {
      const [rootX, rootY] = [this.rootOf(x), this.rootOf(y)]
      return (rootX === rootA && rootY === rootB) || (rootX === rootB && rootY === rootA)
    })
  }
}
