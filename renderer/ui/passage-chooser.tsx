import { Button, Modal } from '@mantine/core'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { liveRange, mapPage } from '#renderer/anchoring/page-text.ts'
import { renderModel } from '#renderer/anchoring/render-model.ts'
import { type SelectionStep, stepSelection } from '#renderer/anchoring/selection-steps.ts'
import { type Span, trimSpan } from '#renderer/anchoring/span.ts'
import { blockIndexAt, rangeToOffsets, type TextMap } from '#renderer/anchoring/text-map.ts'
import type { Article } from '#shared/contract/article.ts'
import { ErrorState } from './error-state.tsx'
import { LoadingState } from './loading-state.tsx'
import classes from './passage-chooser.module.css'

interface PassageChooserProps {
  readonly title: string
  /** What the button says that ends it. */
  readonly action: string
  /** The article, as it was asked for. */
  readonly article: { readonly data?: Article | undefined; readonly error: unknown; readonly refetch: () => unknown }
  /** A place to begin at, or null. */
  readonly near: Span | null
  readonly onClose: () => void
  readonly onChoose: (span: Span) => void
}

/** The whole text of an article, in which the person selects a passage: with the mouse, or with arrow keys. */
export function PassageChooser({ title, article, ...text }: PassageChooserProps) {
  return (
    <Modal opened onClose={text.onClose} title={title} size={760}>
      {article.data ? (
        <TextToChoose {...text} article={article.data} />
      ) : article.error ? (
        <ErrorState error={article.error} onRetry={() => void article.refetch()} />
      ) : (
        <LoadingState label="Fetching the text" />
      )}
    </Modal>
  )
}

const steps: Readonly<Record<string, SelectionStep>> = {
  ArrowRight: 'next-sentence',
  ArrowDown: 'next-sentence',
  ArrowLeft: 'previous-sentence',
  ArrowUp: 'previous-sentence',
  'Shift+ArrowRight': 'grow-sentence',
  'Shift+ArrowLeft': 'shrink-sentence',
  w: 'grow-word',
  b: 'shrink-word',
  'Shift+W': 'start-later',
  'Shift+B': 'start-earlier',
}

interface TextToChooseProps extends Omit<PassageChooserProps, 'title' | 'article'> {
  readonly article: Article
}

function TextToChoose({ article, action, near, onClose, onChoose }: TextToChooseProps) {
  const root = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<TextMap<Node> | null>(null)
  const [span, setSpan] = useState<Span | null>(near)
  const blocks = useMemo(() => renderModel(article.text, article.blocks), [article])
  useEffect(() => {
    if (!root.current) return
    const drawn = mapPage(root.current)
    setMap(drawn)
    // The text comes after the dialog has opened and looked for what to focus.
    root.current.focus({ preventScroll: true })
    if (near) show(drawn, near)
    const read = () => {
      const selection = window.getSelection()
      if (!selection || selection.isCollapsed || !root.current?.contains(selection.anchorNode)) return
      const next = rangeToOffsets(drawn, selection.getRangeAt(0))
      setSpan(next && trimSpan(article.text, next))
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [article, near])
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && span) {
      event.preventDefault()
      onChoose(span)
    }
    const step = steps[event.shiftKey ? `Shift+${event.key}` : event.key]
    if (!step || event.ctrlKey || event.metaKey || !map) return
    event.preventDefault()
    const next = stepSelection({ text: article.text, blocks }, span, span ? blockIndexAt(blocks, span.start) : 0, step)
    setSpan(next)
    if (next) show(map, next)
  }
  return (
    <>
      <div
        ref={root}
        className={classes.text}
        role="document"
        aria-label="The new text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls and is read by keys
        tabIndex={0}
        onKeyDown={press}
      >
        {blocks.map((block) => (
          <p key={block.start} data-start={block.start} data-end={block.end} data-kind={block.kind}>
            {block.text}
          </p>
        ))}
      </div>
      <p className={classes.hint}>
        Select with the mouse, or by sentence with the arrow keys; Shift makes the selection grow and shrink, W and B by
        a word.
      </p>
      <div className={classes.buttons}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={!span} onClick={() => span && onChoose(span)}>
          {action}
        </Button>
      </div>
    </>
  )
}

function show(map: TextMap<Node>, span: Span): void {
  const range = liveRange(map, span)
  if (!range) return
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
}
