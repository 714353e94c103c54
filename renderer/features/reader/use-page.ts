import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { HighlightLayer } from '#renderer/anchoring/highlight-layer.ts'
import { mapPage } from '#renderer/anchoring/page-text.ts'
import { chunkBlocks, type RenderBlock, type RenderChunk, renderModel } from '#renderer/anchoring/render-model.ts'
import type { TextMap } from '#renderer/anchoring/text-map.ts'
import type { Article } from '#shared/contract/article.ts'
import type { Drawing } from './drawing.ts'

/** The drawn text: where it stands and how to reach it. `map` is null until it has been drawn. */
export interface Page {
  readonly text: string
  readonly blocks: readonly RenderBlock[]
  readonly chunks: readonly RenderChunk[]
  readonly map: TextMap<Node> | null
  readonly textRef: RefObject<HTMLDivElement | null>
  readonly scrollRef: RefObject<HTMLDivElement | null>
  /** What floats over the text is placed in this element. */
  readonly sheetRef: RefObject<HTMLDivElement | null>
  readonly layer: HighlightLayer | null
}

const CHUNK_CHARS = 3000

/** The page of an article: its blocks, and the map between them and the elements that show them. */
export function usePage(article: Article): Page {
  const textRef = useRef<HTMLDivElement>(null)
  const scrollRef = useRef<HTMLDivElement>(null)
  const sheetRef = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<TextMap<Node> | null>(null)
  const [layer, setLayer] = useState<HighlightLayer | null>(null)
  const blocks = useMemo(() => renderModel(article.text, article.blocks), [article.text, article.blocks])
  const chunks = useMemo(() => chunkBlocks(blocks, CHUNK_CHARS), [blocks])
  useLayoutEffect(() => {
    if (!textRef.current) return
    const drawn = mapPage(textRef.current)
    const opened = new HighlightLayer(drawn)
    setMap(drawn)
    setLayer(opened)
    return () => opened.clear()
  }, [chunks])
  return { text: article.text, blocks, chunks, map, textRef, scrollRef, sheetRef, layer }
}

/** Keeps the drawings on the page. */
export function useDrawings(layer: HighlightLayer | null, drawings: readonly Drawing[]): void {
  useEffect(() => {
    for (const { name, spans, priority } of drawings) layer?.draw(name, spans, priority)
  }, [layer, drawings])
}
