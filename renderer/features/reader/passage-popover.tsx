import type { Span } from '#renderer/anchoring/span.ts'
import { CategoryDot } from '#renderer/ui/category-dot.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'
import type { Figure, PlacedMention } from '#shared/contract/entity.ts'
import type { AnnotationId } from '#shared/domain/ids.ts'
import { EntityCard } from './entity-card.tsx'
import { FigureCard } from './figure-card.tsx'
import { MarkEditor } from './mark-editor.tsx'
import { PassageDialog } from './passage-dialog.tsx'
import classes from './passage-popover.module.css'
import { categoryOf, useReader } from './reader-context.tsx'
import type { Page } from './use-page.ts'

/** What a popover is about: everything that lies on one place of the text. */
export interface OpenedPassage {
  readonly span: Span
  readonly markIds: readonly AnnotationId[]
  readonly mention: PlacedMention | null
  readonly figure: Figure | null
  /** What of the mark one is about to write. */
  readonly focus: 'note' | 'links' | null
}

interface PassagePopoverProps {
  readonly page: Page
  readonly opened: OpenedPassage
  readonly marks: readonly Annotation[]
  readonly onFocusMark: (id: AnnotationId) => void
  readonly onClose: () => void
}

/** Opens beside its passage with the marks, the name and the figure that lie there. */
export function PassagePopover({ page, opened, marks, onFocusMark, onClose }: PassagePopoverProps) {
  const { focusedId, correcting } = useReader()
  const current = marks.find((mark) => mark.id === focusedId) ?? marks[0] ?? null
  return (
    <PassageDialog
      page={page}
      span={opened.span}
      label={labelOf(marks, opened)}
      width={340}
      className={classes.popover ?? ''}
      // Room to grow while a note is typed: it would jump to the other side of the passage under one's hands.
      roomPx={140}
      onClose={onClose}
    >
      {marks.length > 1 && <MarkChoice marks={marks} currentId={current?.id ?? null} onChoose={onFocusMark} />}
      {current && <MarkEditor key={current.id} mark={current} focus={opened.focus} onDone={onClose} />}
      {opened.mention && <EntityCard mention={opened.mention} onLeave={onClose} />}
      {opened.figure && (
        <FigureCard
          figure={opened.figure}
          isAlone={!current && !opened.mention}
          onCorrect={() => opened.figure && correcting.askMeasure(opened.figure)}
        />
      )}
    </PassageDialog>
  )
}

function labelOf(marks: readonly Annotation[], opened: OpenedPassage): string {
  if (marks.length > 0) return marks.length === 1 ? 'Mark' : `${marks.length} marks`
  return opened.mention ? 'Name' : 'Figure'
}

interface MarkChoiceProps {
  readonly marks: readonly Annotation[]
  readonly currentId: AnnotationId | null
  readonly onChoose: (id: AnnotationId) => void
}

/** Where marks lie on each other: which of them is meant. */
function MarkChoice({ marks, currentId, onChoose }: MarkChoiceProps) {
  const { categories } = useReader().marks
  return (
    <ul className={classes.choice} aria-label="Marks here">
      {marks.map((mark) => {
        const category = categoryOf(mark, categories)
        return (
          <li key={mark.id}>
            <button
              type="button"
              className={classes.option}
              aria-pressed={mark.id === currentId}
              onClick={() => onChoose(mark.id)}
            >
              <CategoryDot color={category?.color ?? 'grey'} name={category?.name ?? 'Mark'} nameHidden />
              <span className={classes.quote}>{mark.quote}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
