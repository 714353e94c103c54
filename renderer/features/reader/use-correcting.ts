import { useState } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import { snapToWords } from '#renderer/anchoring/words.ts'
import { correct } from '#renderer/client/correct.ts'
import { announce } from '#renderer/ui/announce.ts'
import { showErrorToast, showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Article } from '#shared/contract/article.ts'
import type { NewCorrectionInput } from '#shared/contract/correction.ts'
import type { Figure, PlacedMention } from '#shared/contract/entity.ts'
import type { Finds, WalkedThing } from './use-finds.ts'

/** What the person is asked about a passage: who it names, or what it measures. */
export type AskedPassage =
  | { readonly about: 'name'; readonly span: Span; readonly mention: PlacedMention | null }
  | { readonly about: 'figure'; readonly span: Span; readonly figure: Figure }

interface CorrectingParts {
  readonly article: Article
  readonly finds: Finds
  readonly selected: Span | null
  /** The name or figure in hand. */
  readonly current: () => WalkedThing | null
  /** Closes what floats, and lets go of the selection. */
  readonly closeOthers: () => void
  /** Something was said of what is in hand: what is told of it may be true no more. */
  readonly onSaid: () => void
}

/** The longest words that are taken for a name. */
const NAME_CHARS = 300

/** What the person says of names and figures of the text, by keys, from the selection's bar or from a card. */
export function useCorrecting({ article, finds, selected, current, closeOthers, onSaid }: CorrectingParts) {
  const [asked, setAsked] = useState<AskedPassage | null>(null)
  const say = (input: NewCorrectionInput, words: string) => {
    setAsked(null)
    closeOthers()
    onSaid()
    correct(input).then(({ told, takeBack }) => {
      showUndoToast(told === 'Noted' ? words : `${words} ${told}.`, takeBack)
    }, showErrorToast)
  }
  const ask = (next: AskedPassage) => {
    closeOthers()
    setAsked(next)
  }
  const identify = () => {
    const span = selected && snapToWords(article.text, selected)
    const thing = current()
    if (span && span.end - span.start > NAME_CHARS) return tell('Select the words of the name alone.')
    if (span) return ask({ about: 'name', span, mention: mentionIn(finds, span) })
    if (thing?.mention) return ask({ about: 'name', span: spanOf(thing), mention: thing.mention })
    if (thing?.figure) return ask({ about: 'figure', span: spanOf(thing), figure: thing.figure })
    tell('Select the words of a name, or go to a name or figure first.')
  }
  const notName = (mention: PlacedMention, all = false) => {
    const words = article.text.slice(mention.start, mention.end)
    say({ kind: 'not-mention', ...rangeOf(article, mention), all }, `“${words}” is no name here.`)
  }
  const confirm = (mention: PlacedMention) => {
    const words = article.text.slice(mention.start, mention.end)
    const { entityId } = mention
    say({ kind: 'confirm', entityId, passage: rangeOf(article, mention) }, `“${words}” is right.`)
  }
  const confirmFigure = (figure: Figure) =>
    say({ kind: 'confirm-figure', ...rangeOf(article, figure) }, `“${figure.surface}” is right.`)
  return {
    asked,
    close: () => setAsked(null),
    say,
    notName,
    confirm,
    confirmFigure,
    askWho: (mention: PlacedMention) => ask({ about: 'name', span: spanOf(mention), mention }),
    askMeasure: (figure: Figure) => ask({ about: 'figure', span: spanOf(figure), figure }),
    identify,
    notNameHere: () => {
      const mention = selected ? mentionIn(finds, selected) : current()?.mention
      if (mention) notName(mention)
      else tell('No name is selected here. Go to one first.')
    },
    confirmHere: () => {
      const thing = current()
      if (thing?.mention) confirm(thing.mention)
      else if (thing?.figure) confirmFigure(thing.figure)
      else tell('Go to a name or figure first.')
    },
  }
}

/** What corrects names and figures in the reader. */
export type Correcting = ReturnType<typeof useCorrecting>

function tell(words: string): void {
  showToast(words)
  announce(words)
}

/** The first name within a span. */
function mentionIn({ mentions }: Finds, span: Span): PlacedMention | null {
  return mentions.find((one) => one.start < span.end && one.end > span.start) ?? null
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}

/** A passage as corrections name it. */
export function rangeOf({ id }: Pick<Article, 'id'>, { start, end }: Span) {
  return { articleId: id, start, end }
}
