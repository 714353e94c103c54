import fc from 'fast-check'
import { renderModel } from '#renderer/anchoring/render-model.ts'
import { createTextMap, type TextMap } from '#renderer/anchoring/text-map.ts'
import type { TextTree } from '#renderer/anchoring/text-tree.ts'
import type { Block } from '#shared/domain/article.ts'

/** As much of a DOM as the walk asks for. */
export class FakeNode implements TextTree {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly childNodes: FakeNode[] = []
  parentNode: FakeNode | null = null

  constructor(content: string | FakeNode[]) {
    this.nodeType = typeof content === 'string' ? 3 : 1
    this.nodeValue = typeof content === 'string' ? content : null
    if (typeof content === 'string') return
    for (const child of content) {
      child.parentNode = this
      this.childNodes.push(child)
    }
  }

  get nextSibling(): FakeNode | null {
    const siblings = this.parentNode?.childNodes ?? []
    return siblings[siblings.indexOf(this) + 1] ?? null
  }
}

/** A page of a head, chunks of two blocks and a foot; each block's text is cut into nodes and nested at `cuts`. */
export function fakePage(text: string, blocks: readonly Block[], cuts: readonly number[] = []) {
  const drawn = renderModel(text, blocks).map((block) => {
    const here = [...new Set(cuts)].filter((at) => at > block.start && at < block.end).sort((a, b) => a - b)
    const edges = [block.start, ...here, block.end]
    const parts = edges.slice(1).map((end, i) => text.slice(edges[i], end))
    const nodes = parts.map((part, i) => (i % 2 ? new FakeNode([new FakeNode(part)]) : new FakeNode(part)))
    return { start: block.start, end: block.end, element: new FakeNode(nodes) }
  })
  const chunks: FakeNode[] = []
  for (let i = 0; i < drawn.length; i += 2) {
    chunks.push(new FakeNode(drawn.slice(i, i + 2).map((block) => block.element)))
  }
  const head = new FakeNode([new FakeNode('The title')])
  const foot = new FakeNode([new FakeNode('What stands below')])
  const root = new FakeNode([head, ...chunks, foot])
  const map: TextMap<FakeNode> = createTextMap(drawn)
  return { map, root, head, foot, chunks, blocks: drawn }
}

/** Texts of some paragraphs with their blocks, now and then with what importers get wrong. */
export const texts: fc.Arbitrary<{ text: string; blocks: Block[] }> = fc
  .array(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((part) => part.trim() !== ''),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => {
    const blocks: Block[] = []
    let text = ''
    for (const part of parts) {
      if (text) text += '\n\n'
      blocks.push({ kind: 'paragraph', start: text.length, end: text.length + part.length })
      text += part
    }
    return { text, blocks }
  })
