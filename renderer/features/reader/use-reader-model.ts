import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { blockIndexAt } from '#renderer/anchoring/text-map.ts'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import type { Article } from '#shared/contract/article.ts'
import { findInHand } from './find-in-hand.ts'
import { isPassageMark } from './pending-marks.ts'
import type { Printing } from './print-sheet.tsx'
import { usePanelState } from './remembered.ts'
import { useBlockDescriptions } from './use-block-descriptions.ts'
import { useCorrecting } from './use-correcting.ts'
import { useFind } from './use-find.ts'
import { useFindCard } from './use-find-card.ts'
import { useFinds, type WalkedThing } from './use-finds.ts'
import { useLitEntity } from './use-lit-entity.ts'
import { useMarking } from './use-marking.ts'
import { useMarks } from './use-marks.ts'
import { useMemory } from './use-memory.ts'
import { useMentionWalk } from './use-mention-walk.ts'
import { usePage } from './use-page.ts'
import { usePainted } from './use-painted.ts'
import { useParagraphCursor } from './use-paragraph-cursor.ts'
import { usePassages } from './use-passages.ts'
import { useReadingAlone } from './use-reading-alone.ts'
import { useTextSelection } from './use-text-selection.ts'

/** Which of two articles side by side this is, and whether keys go to it. A single one is the first and active. */
export interface ReaderSide {
  readonly isActive: boolean
  readonly isSecond: boolean
  readonly isPaired: boolean
}

/** All that one open article consists of: its page, its marks and finds, and where the person is in it. */
export function useReaderModel(article: Article, { isActive, isSecond, isPaired }: ReaderSide) {
  const page = usePage(article)
  // Each question costs time that the words would wait for.
  const isPainted = usePainted()
  const marks = useMarks(article, isPainted)
  const finds = useFinds(article.id, isPainted)
  const memory = useMemory(article.id, finds, isPainted)
  const selection = useTextSelection(page)
  const cursor = useParagraphCursor(page)
  const panel = usePanelState(isPaired)
  const { settings, change } = useSettings()
  const [isWritingNote, setWritingNote] = useState(false)
  const passageMarks = useMemo(() => marks.all.filter(isPassageMark), [marks.all])

  const { goTo, scrollTo, flashed } = usePassages(article, page, cursor.moveTo, !isSecond)
  const marking = useMarking({ page, marks, passageMarks, selection, cursor, scrollTo })
  const focusText = useCallback(() => page.textRef.current?.focus({ preventScroll: true }), [page.textRef])
  const find = useFind(article.text, scrollTo, (place) => {
    focusText()
    if (!place) return
    // What was found is selected: a key marks it.
    cursor.moveTo(blockIndexAt(page.blocks, place.start))
    marking.setFocusedId(null)
    selection.select(place)
    scrollTo(place)
  })
  const areNamesShown = settings.showEntityMarks
  const describe = useBlockDescriptions(page, useDeferredValue(passageMarks), marks.categories, finds)
  const lit = useLitEntity()
  const findCard = useFindCard()
  const onAt = (thing: WalkedThing | null) => {
    if (thing) findCard.goTo({ span: thing, mention: thing.mention, figure: thing.figure, by: 'keys' })
    else findCard.clear()
    lit.choose(thing?.mention?.entityId ?? null)
  }
  const walk = useMentionWalk({
    isSearched: article.extraction !== 'waiting',
    page,
    finds,
    memory,
    cursor,
    areNamesShown,
    scrollTo,
    onAt,
  })
  const correcting = useCorrecting({
    article,
    finds,
    selected: selection.span,
    current: () => findInHand(walk.current, marking.opened, findCard.besideMention),
    closeOthers: () => {
      selection.select(null)
      marking.close()
      findCard.clear()
    },
    onSaid: () => {
      walk.rest()
      findCard.closeBeside()
      focusText()
    },
  })
  const [isAlone, setAlone] = useReadingAlone()
  const [printing, setPrinting] = useState<Printing | null>(null)
  return {
    article,
    isPainted,
    page,
    marks,
    passageMarks,
    finds,
    memory,
    isMemoryDrawn: settings.drawMemory,
    toggleMemory: () => change({ drawMemory: !settings.drawMemory }),
    selection,
    cursor,
    panel,
    areNamesShown,
    isActive,
    isSecond,
    walk,
    describe,
    isAlone,
    setAlone,
    printing,
    setPrinting,
    toggleNames: () => change({ showEntityMarks: !settings.showEntityMarks }),
    isWritingNote,
    setWritingNote,
    writeArticleNote: () => {
      panel.setOpen(true)
      panel.setTab('marks')
      setWritingNote(true)
    },
    flashed,
    goTo,
    scrollTo,
    marking,
    focusText,
    find,
    lit,
    findCard,
    correcting,
  }
}

/** What one open article consists of. */
export type ReaderModel = ReturnType<typeof useReaderModel>
