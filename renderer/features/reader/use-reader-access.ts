import { draftCard } from '#renderer/anchoring/draft-card.ts'
import { type SelectionStep, stepSelection } from '#renderer/anchoring/selection-steps.ts'
import type { Span } from '#renderer/anchoring/span.ts'
import { blockIndexAt } from '#renderer/anchoring/text-map.ts'
import { linkToPlace } from '#renderer/client/place.ts'
import { announce } from '#renderer/ui/announce.ts'
import { copyToClipboard } from '#renderer/ui/copy-link.ts'
import type { Annotation } from '#shared/contract/annotation.ts'
import { articlePath } from '#shared/domain/routes.ts'
import { copyText } from './copy-text.ts'
import { readOutBlock } from './describe-block.ts'
import { isPassageMark } from './pending-marks.ts'
import type { CardRequest, ReaderAccess } from './reader-context.tsx'
import { canSavePdf } from './save-as-pdf.ts'
import { quoteWithSource } from './source-line.ts'
import { openedAt } from './use-mention-walk.ts'
import type { ReaderCommands } from './use-reader-commands.ts'
import type { ReaderModel } from './use-reader-model.ts'

/** What the reader's parts and keys can do with it. */
export function useReaderAccess(
  reader: ReaderModel,
  writeCard: (request: CardRequest) => void,
): { readonly shared: ReaderAccess; readonly commands: ReaderCommands } {
  const { article, marks, finds, marking, lit } = reader
  const copy = (words: string) => void copyText(quoteWithSource(words, article))
  const cardFrom = (passage: Span, mark: Annotation | null) => {
    marking.close()
    writeCard({ draft: draftCard(article.text, reader.page.blocks, passage), passage, annotationId: mark?.id ?? null })
  }
  const cardFromMark = (mark: Annotation) => {
    if (isPassageMark(mark)) cardFrom(mark, mark)
    else writeCard({ draft: noteCard(mark), passage: null, annotationId: mark.id })
  }
  const goToMark = (mark: Annotation, open: boolean) => {
    if (!isPassageMark(mark)) return
    reader.goTo(mark)
    if (open) marking.openMark(mark, 'note')
    else marking.takeInHand(mark)
  }
  const shared: ReaderAccess = {
    article,
    marks,
    finds,
    memory: reader.memory,
    focusedId: marking.focusedId,
    litEntityId: lit.chosen,
    show: reader.goTo,
    goToMark,
    light: lit.choose,
    removeMark: marking.remove,
    writeCard,
    cardFromMark,
    copy,
    correcting: reader.correcting,
  }
  return { shared, commands: { ...textCommands(reader), ...passageCommands(reader, cardFrom, copy) } }
}

function noteCard(mark: Annotation): CardRequest['draft'] {
  return { kind: 'basic', front: '', back: mark.note, tags: mark.tags }
}

/** Keys that move about and show or hide things. */
function textCommands(reader: ReaderModel) {
  const { page, marks, marking, selection, cursor, panel, find } = reader
  return {
    categories: marks.categories,
    stepMark: (by: number) => {
      reader.walk.letGo()
      marking.stepMark(by)
    },
    stepMention: (by: number) => {
      selection.select(null)
      marking.close()
      marking.setFocusedId(null)
      reader.focusText()
      reader.walk.step(by)
    },
    clear: () => clear(reader),
    moveParagraph: (by: number) => {
      const index = cursor.move(by)
      const block = page.blocks[index]
      selection.select(null)
      marking.setFocusedId(null)
      reader.focusText()
      reader.walk.letGo()
      if (!block) return
      reader.scrollTo(block)
      announce(readOutBlock(block, reader.describe(index)))
    },
    select: (step: SelectionStep) => {
      const index = cursor.index < 0 ? cursor.move(0) : cursor.index
      const next = stepSelection({ text: page.text, blocks: page.blocks }, selection.span, index, step)
      reader.focusText()
      selection.select(next)
      if (!next) return
      cursor.moveTo(blockIndexAt(page.blocks, next.start))
      reader.scrollTo({ start: Math.max(next.start, next.end - 1), end: next.end })
      announce(`Selected: ${page.text.slice(next.start, next.end)}`)
    },
    toggleNames: () => {
      reader.toggleNames()
      announce(reader.areNamesShown ? 'Names and figures are hidden.' : 'Names and figures are shown.')
    },
    toggleMemory: () => {
      reader.toggleMemory()
      announce(reader.isMemoryDrawn ? 'How well you know each is hidden.' : 'How well you know each is shown.')
    },
    learn: reader.memory.makeCards,
    identify: reader.correcting.identify,
    notName: reader.correcting.notNameHere,
    confirm: reader.correcting.confirmHere,
    togglePanel: () => {
      panel.setOpen(!panel.isOpen)
      announce(panel.isOpen ? 'The side panel is closed.' : 'The side panel is open.')
    },
    articleNote: reader.writeArticleNote,
    find: find.open,
    stepFound: find.step,
    toggleFocus: () => {
      reader.setAlone(!reader.isAlone)
      announce(reader.isAlone ? 'Everything is shown again.' : 'Only the text is shown.')
      reader.focusText()
    },
    print: () => reader.setPrinting({ withMarks: true, to: 'printer' }),
    savePdf: () => reader.setPrinting({ withMarks: true, to: canSavePdf() ? 'pdf' : 'printer' }),
  }
}

/** Keys that do something with the selection, with the mark in hand, or with the paragraph one is at. */
function passageCommands(
  { article, marking, selection, walk, findCard }: ReaderModel,
  cardFrom: (passage: Span, mark: Annotation | null) => void,
  copy: (words: string) => void,
) {
  const inHand = (): { span: Span | null; mark: Annotation | null } => {
    if (!selection.span && marking.focused) return { span: marking.focused, mark: marking.focused }
    return { span: marking.passage(), mark: null }
  }
  return {
    mark: marking.mark,
    note: () => marking.writeOn('note'),
    link: () => marking.writeOn('links'),
    card: () => {
      const { span, mark } = inHand()
      if (span) cardFrom(span, mark)
    },
    copy: () => {
      const { span } = inHand()
      if (span) copy(article.text.slice(span.start, span.end))
    },
    copyLink: () => {
      const { span } = inHand()
      void copyToClipboard(linkToPlace(articlePath(article.id, span)))
    },
    remove: () => {
      if (marking.focused) marking.remove(marking.focused)
    },
    open: () => {
      if (marking.focused) marking.openMark(marking.focused, null)
      else if (walk.current?.mention) findCard.openBeside(walk.current.mention.entityId, walk.current.mention)
      else if (walk.current) marking.setOpened(openedAt(walk.current))
    },
  }
}

/** One thing at a time is let go of: what floats, what is selected, what is in hand. */
function clear({ marking, selection, find, lit, walk, isAlone, setAlone, focusText }: ReaderModel): void {
  if (marking.opened) marking.close()
  else if (selection.span) selection.select(null)
  else if (find.isOpen) find.close()
  else if (marking.focused || walk.current || lit.chosen !== null) {
    marking.setFocusedId(null)
    walk.letGo()
    lit.choose(null)
  } else if (isAlone) setAlone(false)
  focusText()
}
