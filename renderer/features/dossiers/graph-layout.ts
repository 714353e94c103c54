import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import type { Dossier } from '#shared/contract/entity.ts'

/** A name in the picture. x and y in 0..1 of its width and height. */
export interface GraphNode {
  readonly id: string
  readonly kind: Dossier['kind']
  readonly name: string
  /** Sentences shared with the one in the middle; null for itself. */
  readonly shared: number | null
  readonly x: number
  readonly y: number
}

/** A line between two names; `weight` 0..1 of the strongest. */
export interface GraphLine {
  readonly from: GraphNode
  readonly to: GraphNode
  readonly weight: number
  readonly isSpoke: boolean
}

export interface GraphPicture {
  readonly nodes: readonly GraphNode[]
  readonly lines: readonly GraphLine[]
}

const WIDTH = 700
const HEIGHT = 460
const TURNS = 240
/** Room for a name on each side of its place, px. */
const NAME_ROOM = { x: 84, y: 24 }

type Source = Pick<Dossier, 'id' | 'kind' | 'name' | 'appearsWith' | 'ties'>
interface Body {
  id: string
  index?: number
  x: number
  y: number
  fx?: number
  fy?: number
}

/** The company around one entity, laid out once; the same company always gives the same picture. */
export function layOutCompany(dossier: Source): GraphPicture {
  const bodies = place(dossier)
  const spokes = dossier.appearsWith.map(({ id, shared }) => ({ from: dossier.id, to: id, shared, isSpoke: true }))
  const ties = dossier.ties.map((tie) => ({ ...tie, isSpoke: false }))
  settle(bodies, [...spokes, ...ties])
  const nodes = new Map(named(dossier).map((one, index) => [one.id, { ...one, ...share(bodies[index]) }]))
  const strongest = Math.max(1, ...spokes.map(({ shared }) => shared))
  return {
    nodes: [...nodes.values()],
    lines: [...ties, ...spokes].flatMap(({ from, to, shared, isSpoke }) => {
      const [a, b] = [nodes.get(from), nodes.get(to)]
      return a && b ? [{ from: a, to: b, weight: Math.min(1, shared / strongest), isSpoke }] : []
    }),
  }
}

function named({ id, kind, name, appearsWith }: Source) {
  return [{ id, kind, name, shared: null }, ...appearsWith] as const satisfies readonly Partial<GraphNode>[]
}

/** By rank around the middle, to begin with: the layout only spreads what would lie on each other. */
function place(dossier: Source): Body[] {
  const count = dossier.appearsWith.length
  return named(dossier).map(({ id }, index) => {
    if (index === 0) return { id, x: 0, y: 0, fx: 0, fy: 0 }
    const angle = (2 * Math.PI * (index - 1)) / count - Math.PI / 2
    return { id, x: Math.cos(angle) * WIDTH * 0.36, y: Math.sin(angle) * HEIGHT * 0.38 }
  })
}

function settle(bodies: Body[], links: readonly { from: string; to: string; shared: number; isSpoke: boolean }[]) {
  const strongest = Math.max(1, ...links.filter((link) => link.isSpoke).map(({ shared }) => shared))
  const pulls = links.map(({ from, to, shared, isSpoke }) => ({
    source: from,
    target: to,
    pull: shared / strongest,
    isSpoke,
  }))
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, (typeof pulls)[number] & { source: string | Body; target: string | Body }>(pulls)
        .id(({ id }) => id)
        .distance(({ pull, isSpoke }) => (isSpoke ? 210 - 70 * Math.min(1, pull) : 130))
        .strength(({ isSpoke }) => (isSpoke ? 0.5 : 0.06)),
    )
    .force('apart', forceManyBody().strength(-620))
    .force('names', forceCollide(58))
    // The picture is wider than high.
    .force('x', forceX(0).strength(0.02))
    .force('y', forceY(0).strength(0.12))
    .stop()
  for (let turn = 0; turn < TURNS; turn++) simulation.tick()
}

function share(body: Body | undefined): { x: number; y: number } {
  const within = (value: number, half: number, room: number) =>
    (Math.max(room - half, Math.min(half - room, value)) + half) / (2 * half)
  return {
    x: within(body?.x ?? 0, WIDTH / 2, NAME_ROOM.x),
    y: within(body?.y ?? 0, HEIGHT / 2, NAME_ROOM.y),
  }
}

const arrows: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
])

/** The nearest node in the direction of an arrow key, or null when there is none. */
export function nodeTowards(nodes: readonly GraphNode[], from: GraphNode, key: string): GraphNode | null {
  const [dx, dy] = arrows.get(key) ?? [0, 0]
  const candidates = nodes.flatMap((node) => {
    const [x, y] = [(node.x - from.x) * WIDTH, (node.y - from.y) * HEIGHT]
    const along = x * dx + y * dy
    const aside = Math.abs(x * dy) + Math.abs(y * dx)
    // Within 60 degrees of the arrow; what lies aside is further away than it is.
    return node.id !== from.id && along > 1 && aside < along * 1.75 ? [{ node, far: along + aside * 1.5 }] : []
  })
  return candidates.sort((a, b) => a.far - b.far)[0]?.node ?? null
}
