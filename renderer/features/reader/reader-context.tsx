import { createContext, type ReactNode, useContext } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import type { CardDraft } from '#renderer/ui/card-editor.tsx'
import type { Annotation, Category } from '#shared/contract/annotation.ts'
import type { Article } from '#shared/contract/article.ts'
import type { AnnotationId } from '#shared/domain/ids.ts'
import type { Correcting } from './use-correcting.ts'
import type { Finds } from './use-finds.ts'
import type { Marks } from './use-marks.ts'
import type { Memory } from './use-memory.ts'

/** A card about to be written, and the passage it comes from. */
export interface CardRequest {
  readonly draft: CardDraft
  readonly passage: Span | null
  readonly annotationId: AnnotationId | null
}

/** What the parts of the reader share. */
export interface ReaderAccess {
  readonly article: Article
  readonly marks: Marks
  readonly finds: Finds
  readonly memory: Memory
  readonly focusedId: AnnotationId | null
  readonly litEntityId: string | null
  /** Scrolls to the passage and lights it up. */
  readonly show: (span: Span) => void
  /** Goes to a mark and takes it in hand; `open` shows its popover too. */
  readonly goToMark: (mark: Annotation, open: boolean) => void
  readonly light: (entityId: string | null) => void
  readonly removeMark: (mark: Annotation) => void
  readonly writeCard: (request: CardRequest) => void
  readonly cardFromMark: (mark: Annotation) => void
  readonly copy: (words: string) => void
  readonly correcting: Correcting
}

const ReaderContext = createContext<ReaderAccess | null>(null)

export function ReaderProvider({ value, children }: { value: ReaderAccess; children: ReactNode }) {
  return <ReaderContext.Provider value={value}>{children}</ReaderContext.Provider>
}

/** What the reader around this component shows and can do. Throws outside of one. */
export function useReader(): ReaderAccess {
  const access = useContext(ReaderContext)
  if (!access) throw new Error('useReader needs a ReaderProvider around it')
  return access
}

/** The category of a mark, or null when it is gone. */
export function categoryOf(mark: Annotation, categories: readonly Category[]): Category | null {
  return categories.find((category) => category.id === mark.categoryId) ?? null
}
