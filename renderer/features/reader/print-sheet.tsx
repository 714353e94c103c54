import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { RenderBlock } from '#renderer/anchoring/render-model.ts'
import { formatDay } from '#renderer/ui/format.ts'
import { MarkdownView } from '#renderer/ui/markdown-view.tsx'
import type { Category } from '#shared/contract/annotation.ts'
import type { Article } from '#shared/contract/article.ts'
import { isNumbered } from '#shared/text/list-number.ts'
import type { PassageMark } from './pending-marks.ts'
import { cutForPrint, type NumberedMark, numberNotes } from './print-segments.ts'
import './print-sheet.css'
import { categoryOf } from './reader-context.tsx'
import { saveAsPdf } from './save-as-pdf.ts'

/** What of an article is put on paper, and whether that paper is a file. */
export interface Printing {
  readonly withMarks: boolean
  readonly to: 'printer' | 'pdf'
}

interface PrintSheetProps {
  readonly article: Article
  readonly blocks: readonly RenderBlock[]
  /** Empty to print without marks. */
  readonly marks: readonly PassageMark[]
  readonly categories: readonly Category[]
  readonly to: Printing['to']
  readonly onDone: () => void
}

/** The article on paper: stands beside the app while it is being printed, and is seen by the printer alone. */
export function PrintSheet({ article, blocks, marks, categories, to, onDone }: PrintSheetProps) {
  useEffect(() => {
    // What was just put on the page is laid out before the dialog takes the page.
    if (to === 'pdf') {
      const frame = requestAnimationFrame(() => void saveAsPdf(article.title).finally(onDone))
      return () => cancelAnimationFrame(frame)
    }
    window.addEventListener('afterprint', onDone)
    const frame = requestAnimationFrame(() => window.print())
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('afterprint', onDone)
    }
  }, [to, article.title, onDone])
  const numbered = numberNotes(marks)
  const facts = [article.byline, article.source, formatDay(article.publishedOn), article.url].filter(Boolean)
  return createPortal(
    <div className="print-sheet" lang={article.language ?? undefined}>
      <h1 dir="auto">{article.title}</h1>
      <p className="print-facts">{facts.join(' · ')}</p>
      {blocks.map((block) => (
        <PrintedBlock key={block.start} block={block} numbered={numbered} categories={categories} />
      ))}
      <PrintedNotes numbered={numbered} categories={categories} />
    </div>,
    document.body,
  )
}

interface PrintedBlockProps {
  readonly block: RenderBlock
  readonly numbered: readonly NumberedMark<PassageMark>[]
  readonly categories: readonly Category[]
}

const headings = ['h2', 'h2', 'h3', 'h4', 'h5', 'h6'] as const
const tags = { paragraph: 'p', quote: 'blockquote', 'list-item': 'p', caption: 'p', code: 'pre' } as const

function PrintedBlock({ block, numbered, categories }: PrintedBlockProps) {
  const Tag = block.kind === 'heading' ? (headings[(block.level ?? 2) - 1] ?? 'h2') : tags[block.kind]
  return (
    <Tag dir="auto" data-kind={block.kind} data-numbered={isNumbered(block.text) || undefined}>
      {cutForPrint(block, numbered).map(({ text, marks: [first, ...others], notes }, index) => (
        <span key={index}>
          {first ? (
            <mark
              data-color={categoryOf(first, categories)?.color ?? 'grey'}
              data-line={others[0] ? (categoryOf(others[0], categories)?.color ?? 'grey') : undefined}
            >
              {text}
            </mark>
          ) : (
            text
          )}
          {notes.map((note) => (
            <sup key={note}>{note}</sup>
          ))}
        </span>
      ))}
    </Tag>
  )
}

function PrintedNotes({ numbered, categories }: Omit<PrintedBlockProps, 'block'>) {
  const used = categories.filter(({ id }) => numbered.some(({ mark }) => mark.categoryId === id))
  if (numbered.length === 0) return null
  return (
    <section className="print-notes">
      <p className="print-legend">
        {used.map(({ id, color, name }) => (
          <mark key={id} data-color={color}>
            {name}
          </mark>
        ))}
      </p>
      {numbered.map(({ mark, note }) =>
        note === null ? null : (
          <div key={mark.id} className="print-note">
            <sup>{note}</sup>
            <div>
              <p className="print-facts">
                {[
                  categoryOf(mark, categories)?.name,
                  ...mark.tags.map((tag) => `#${tag}`),
                  ...mark.entities.map(({ name }) => name),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <MarkdownView text={mark.note} />
            </div>
          </div>
        ),
      )}
    </section>
  )
}
