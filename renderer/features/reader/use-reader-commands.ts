import type { SelectionStep } from '#renderer/anchoring/selection-steps.ts'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { Category } from '#shared/contract/annotation.ts'

/** What the reader does for its keys. */
export interface ReaderCommands {
  readonly categories: readonly Category[]
  readonly mark: (category: Category) => void
  readonly note: () => void
  readonly link: () => void
  readonly card: () => void
  readonly copy: () => void
  readonly copyLink: () => void
  readonly remove: () => void
  readonly stepMark: (by: number) => void
  readonly stepMention: (by: number) => void
  readonly open: () => void
  readonly clear: () => void
  readonly moveParagraph: (by: number) => void
  readonly select: (step: SelectionStep) => void
  readonly toggleNames: () => void
  readonly toggleMemory: () => void
  readonly learn: () => void
  readonly identify: () => void
  readonly notName: () => void
  readonly confirm: () => void
  readonly togglePanel: () => void
  readonly articleNote: () => void
  readonly find: () => void
  readonly stepFound: (by: number) => void
  readonly toggleFocus: () => void
  readonly print: () => void
  readonly savePdf: () => void
}

/** Binds the reader's keys; of two texts side by side only those of the active one. */
export function useReaderCommands(reader: ReaderCommands, isActive: boolean): void {
  useCommands(isActive ? handlersOf(reader) : {})
}

function handlersOf(reader: ReaderCommands): Parameters<typeof useCommands>[0] {
  const select = (step: SelectionStep) => () => reader.select(step)
  return {
    'reader.mark': (_event, place) => {
      const category = reader.categories.find(({ position }) => position === place + 1)
      if (category) reader.mark(category)
    },
    'reader.note': reader.note,
    'reader.link': reader.link,
    'reader.card': reader.card,
    'reader.copy': reader.copy,
    'reader.copy-link': reader.copyLink,
    'reader.delete': reader.remove,
    'reader.next-mark': () => reader.stepMark(1),
    'reader.previous-mark': () => reader.stepMark(-1),
    'reader.next-mention': () => reader.stepMention(1),
    'reader.previous-mention': () => reader.stepMention(-1),
    'reader.open': reader.open,
    'reader.clear': reader.clear,
    'reader.next-paragraph': () => reader.moveParagraph(1),
    'reader.previous-paragraph': () => reader.moveParagraph(-1),
    'reader.next-sentence': select('next-sentence'),
    'reader.previous-sentence': select('previous-sentence'),
    'reader.grow-sentence': select('grow-sentence'),
    'reader.shrink-sentence': select('shrink-sentence'),
    'reader.grow-word': select('grow-word'),
    'reader.shrink-word': select('shrink-word'),
    'reader.start-later': select('start-later'),
    'reader.start-earlier': select('start-earlier'),
    'reader.names': reader.toggleNames,
    'reader.memory': reader.toggleMemory,
    'reader.learn': reader.learn,
    'reader.identify': reader.identify,
    'reader.not-name': reader.notName,
    'reader.confirm': reader.confirm,
    'reader.panel': reader.togglePanel,
    'reader.article-note': reader.articleNote,
    'reader.find': reader.find,
    'reader.find-next': () => reader.stepFound(1),
    'reader.find-previous': () => reader.stepFound(-1),
    'reader.focus': reader.toggleFocus,
    'reader.print': reader.print,
    'reader.pdf': reader.savePdf,
  }
}
