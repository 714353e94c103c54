import { useState } from 'react'
import { useNavigate } from 'react-router'
import { namePassage } from '#renderer/client/choose-entity.ts'
import { formatDay, formatPercent } from '#renderer/ui/format.ts'
import { KeyButton } from '#renderer/ui/key-button.tsx'
import { KindBadge } from '#renderer/ui/kind-badge.tsx'
import { LitText } from '#renderer/ui/lit-text.tsx'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { NewCorrectionInput } from '#shared/contract/correction.ts'
import type { EntityKind } from '#shared/domain/extraction.ts'
import { articlePath } from '#shared/domain/routes.ts'
import classes from './doubtful-screen.module.css'
import { OtherEntityDialog } from './other-entity-dialog.tsx'
import type { FindToJudge } from './use-judging.ts'

const kinds = ['person', 'group', 'place'] as const satisfies readonly EntityKind[]
const kindWords = { person: 'a person', group: 'a group', place: 'a place' } as const

interface JudgeFindProps {
  readonly find: FindToJudge
  readonly onAnswer: (input: NewCorrectionInput, words: string) => void
  readonly onSkip: () => void
  readonly onTakeBack: () => void
}

/** One find in its sentence, what it is taken for, and what can be said of it. */
export function JudgeFind({ find, onAnswer, onSkip, onTakeBack }: JudgeFindProps) {
  const navigate = useNavigate()
  const [isChoosing, setChoosing] = useState(false)
  const { articleId, start, end, entityId, kind, surface } = find
  const range = { articleId, start, end }
  const right = () =>
    onAnswer({ kind: 'confirm', entityId, passage: range, asked: true }, `“${surface}” is ${kindWords[kind]}.`)
  const noName = () => onAnswer({ kind: 'not-mention', ...range, all: true, asked: true }, `“${surface}” is no name.`)
  const isKind = (as: EntityKind) => {
    if (as === kind) return right()
    const chosen = { entityId: null, kind: as, name: find.name }
    const input = namePassage({ ...range, chosen, mention: { kind }, known: [], all: true, asked: true })
    onAnswer(input, `“${surface}” is ${kindWords[as]}.`)
  }
  useCommands({
    'doubtful.right': right,
    'doubtful.no-name': noName,
    'doubtful.kind': (_event, place) => isKind(kinds[place] ?? kind),
    'doubtful.other': () => setChoosing(true),
    'doubtful.skip': onSkip,
    'doubtful.undo': onTakeBack,
    'doubtful.open': () => void navigate(articlePath(articleId, range)),
  })
  return (
    <section className={classes.find} aria-label="Is this right?">
      <Passage find={find} />
      <p className={classes.taken}>
        Taken for {kindWords[kind]}, <KindBadge kind={kind} label={find.name} />
        <span className={classes.quiet}>
          {find.places > 1 && ` · ${find.places} times in this article`} · {formatPercent(find.confidence)} sure
        </span>
      </p>
      <div className={classes.answers}>
        <KeyButton command="doubtful.right" variant="filled" onClick={right}>
          Right
        </KeyButton>
        <KeyButton command="doubtful.no-name" onClick={noName}>
          No name
        </KeyButton>
        {kinds.map(
          (as, place) =>
            as !== kind && (
              <KeyButton key={as} command="doubtful.kind" place={place} onClick={() => isKind(as)}>
                It is {kindWords[as]}
              </KeyButton>
            ),
        )}
        <KeyButton command="doubtful.other" onClick={() => setChoosing(true)}>
          Someone else
        </KeyButton>
        <KeyButton command="doubtful.skip" variant="subtle" onClick={onSkip}>
          Later
        </KeyButton>
      </div>
      {isChoosing && (
        <OtherEntityDialog
          find={find}
          onClose={() => setChoosing(false)}
          onChoose={(input, words) => {
            setChoosing(false)
            onAnswer(input, words)
          }}
        />
      )}
    </section>
  )
}

function Passage({ find }: { readonly find: FindToJudge }) {
  const { articleId, start, end, sentence, sentenceStart, kind } = find
  const source = [find.articleTitle, find.source, formatDay(find.publishedOn)]
  return (
    <figure className={classes.passage}>
      <blockquote className={classes.sentence}>
        <LitText
          text={sentence}
          ranges={[{ start: start - sentenceStart, end: end - sentenceStart }]}
          render={(words) => (
            <strong className={classes.name} data-kind={kind}>
              {words}
            </strong>
          )}
        />
      </blockquote>
      <figcaption className={classes.source}>
        <PassageLink articleId={articleId} start={start} end={end}>
          {source.filter(Boolean).join(' · ')}
        </PassageLink>
      </figcaption>
    </figure>
  )
}
