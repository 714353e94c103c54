/** What the walk needs of a DOM node: small enough that a test can make one. */
export interface TextTree {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<TextTree>
  readonly parentNode: TextTree | null
  readonly nextSibling: TextTree | null
}

/** A boundary as a range has it: between two characters of a text node, or between two children of an element. */
export interface TreePoint<Node extends TextTree> {
  readonly node: Node
  readonly offset: number
}

const TEXT_NODE = 3

/** How many characters the node holds. */
export function textLength(node: TextTree): number {
  if (node.nodeType === TEXT_NODE) return node.nodeValue?.length ?? 0
  let sum = 0
  for (let i = 0; i < node.childNodes.length; i++) sum += lengthOfChild(node, i)
  return sum
}

function lengthOfChild(node: TextTree, index: number): number {
  const child = node.childNodes[index]
  return child ? textLength(child) : 0
}

/** How many characters of `element` stand before the point, which lies in it. */
export function offsetWithin<Node extends TextTree>(element: Node, point: TreePoint<Node>): number {
  let count = 0
  if (point.node.nodeType === TEXT_NODE) count = Math.min(point.offset, textLength(point.node))
  else for (let i = 0; i < point.offset; i++) count += lengthOfChild(point.node, i)
  for (let node: TextTree = point.node; node !== element; ) {
    const parent = node.parentNode
    if (!parent) break
    for (let i = 0; parent.childNodes[i] !== node && i < parent.childNodes.length; i++)
      count += lengthOfChild(parent, i)
    node = parent
  }
  return count
}

/**
 * The point in `element` that has `offset` characters before it. Where two text nodes meet there, the one that holds the
 * character after it when `side` is 'after', else the one before: so a range never begins or ends on nothing.
 */
export function pointWithin<Node extends TextTree>(
  element: Node,
  offset: number,
  side: 'before' | 'after',
): TreePoint<Node> {
  let left = offset
  let last: TreePoint<Node> = { node: element, offset: 0 }
  for (const node of textNodes(element)) {
    const length = textLength(node)
    if (left < length || (left === length && side === 'before')) return { node, offset: left }
    left -= length
    last = { node, offset: length }
  }
  return last
}

function* textNodes<Node extends TextTree>(node: Node): Generator<Node> {
  if (node.nodeType === TEXT_NODE) yield node
  for (let i = 0; i < node.childNodes.length; i++) {
    // The children of a node are of the tree's own kind; the interface can't say so of itself.
    yield* textNodes(node.childNodes[i] as Node)
  }
}

/** The node that follows in document order, children left out; null at the end. */
export function following(node: TextTree): TextTree | null {
  for (let at: TextTree | null = node; at; at = at.parentNode) if (at.nextSibling) return at.nextSibling
  return null
}
