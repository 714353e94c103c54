import { type FocusEvent, useEffect, useId } from 'react'
import { ArticleEnd } from './article-end.tsx'
import { ArticleHead } from './article-head.tsx'
import { ArticleText } from './article-text.tsx'
import classes from './sheet.module.css'
import type { ReaderModel } from './use-reader-model.ts'
import { useReaderPointer } from './use-reader-pointer.ts'

/** Head, text and end of the article. */
export function Sheet({ reader }: { reader: ReaderModel }) {
  const { article, page, cursor, panel, areNamesShown, focusText } = reader
  const headingId = useId()
  const pointer = useReaderPointer(reader)
  useEffect(() => focusText(), [focusText])
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    // By keyboard one sees where one is; a click needs no telling.
    if (event.target.matches(':focus-visible') && cursor.index < 0) cursor.move(0)
  }
  const isFull = panel.isOpen && (panel.tab === 'people' || panel.tab === 'figures')
  return (
    <article aria-labelledby={headingId}>
      <ArticleHead article={article} headingId={headingId} />
      <div
        ref={page.textRef}
        className={classes.text}
        role="document"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one reads, moves and selects in it by keyboard
        tabIndex={0}
        aria-label="Text of the article"
        lang={article.language ?? undefined}
        data-names={areNamesShown ? (isFull ? 'full' : 'quiet') : 'off'}
        onFocus={onFocus}
        {...pointer}
      >
        <ArticleText chunks={page.chunks} lengthChars={article.text.length} />
      </div>
      {reader.isPainted && <ArticleEnd onCards={() => openCards(reader)} />}
    </article>
  )
}

function openCards({ panel }: ReaderModel): void {
  panel.setOpen(true)
  panel.setTab('cards')
}
