import { Checkbox } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { LitText } from '#renderer/ui/lit-text.tsx'
import type { Dossier } from '#shared/contract/entity.ts'
import type { SplitRow } from './split-rows.ts'
import classes from './split-screen.module.css'

interface SplitLineProps {
  readonly row: SplitRow
  readonly kind: Dossier['kind']
  readonly isActive: boolean
  readonly isChosen: boolean
  readonly onFocus: () => void
  readonly onToggle: (toHere: boolean) => void
}

/** An article or a sentence to be chosen. */
export function SplitLine({ row, kind, isActive, isChosen, onFocus, onToggle }: SplitLineProps) {
  const id = useId()
  return (
    <div className={classes.line} data-active={isActive} data-chosen={isChosen} data-kind={row.kind}>
      <Checkbox
        id={id}
        size="xs"
        aria-labelledby={`${id}words`}
        checked={isChosen}
        onFocus={onFocus}
        onChange={(event) => onToggle(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
        className={classes.check ?? ''}
      />
      <label id={`${id}words`} htmlFor={id} className={classes.words}>
        {row.kind === 'article' ? <ArticleWords about={row.about} /> : <SentenceWords row={row} kind={kind} />}
      </label>
    </div>
  )
}

function ArticleWords({ about: [day, title, source] }: { readonly about: readonly string[] }): ReactNode {
  return (
    <>
      <span className={classes.day}>{day}</span> {title} {source && <span className={classes.quiet}>{source}</span>}
    </>
  )
}

function SentenceWords({ row, kind }: { row: SplitRow & { kind: 'sentence' }; kind: Dossier['kind'] }): ReactNode {
  const ranges = row.ranges.map(({ start, end }) => ({
    start: start - row.sentenceStart,
    end: end - row.sentenceStart,
  }))
  return (
    <LitText
      text={row.sentence}
      ranges={ranges}
      render={(words) => (
        <strong className={classes.name} data-kind={kind}>
          {words}
        </strong>
      )}
    />
  )
}
