import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Article } from '#shared/contract/article.ts'
import type { Figure } from '#shared/contract/entity.ts'
import { readValue, typeValue } from '#shared/domain/figures/read-value.ts'
import { dateAsOf } from '#shared/domain/format-as-of.ts'
import { formatFigure, speakerOf } from '#shared/domain/format-figure.ts'
import classes from './asked-popover.module.css'
import { type Correcting, rangeOf } from './use-correcting.ts'

interface MeasureFormProps {
  readonly correcting: Correcting
  readonly article: Article
  readonly figure: Figure
  readonly onClose: () => void
}

/** What a figure measures, of whom, who said it and as of when, to be said better. */
export function MeasureForm({ correcting, article, figure, onClose }: MeasureFormProps) {
  const [measures, setMeasures] = useState(figure.measures ?? '')
  const [subject, setSubject] = useState(figure.subject ?? '')
  const knownSpeaker = speakerOf(figure)
  const [saidBy, setSaidBy] = useState(knownSpeaker ?? '')
  const [asOf, setAsOf] = useState(figure.asOf ?? '')
  const [typed, setTyped] = useState(typeValue(figure))
  const stated = readValue(typed)
  // What was found may be worded as nobody would type it ("dozens"): it stays as long as it is left alone.
  const isNoNumber = stated === null && typed.trim() !== '' && typed !== typeValue(figure)
  const { hedge, value } = formatFigure(figure)
  const day = dateAsOf({ asOf: wordsOf(asOf), publishedOn: article.publishedOn })
  // What stays as it was read is not said: it may be read better some day.
  const said = {
    measures: measures.trim(),
    ...(wordsOf(subject) !== figure.subject && { subject: wordsOf(subject) }),
    ...(wordsOf(saidBy) !== knownSpeaker && { saidBy: wordsOf(saidBy) }),
    ...(wordsOf(asOf) !== figure.asOf && { asOf: wordsOf(asOf) }),
    ...(stated && typed !== typeValue(figure) && { value: stated }),
  }
  const isChanged = said.measures !== figure.measures || Object.keys(said).length > 1
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (said.measures === '' || isNoNumber) return
        if (!isChanged) return correcting.confirmFigure(figure)
        correcting.say(
          { kind: 'measure', ...rangeOf(article, figure), ...said },
          said.measures === figure.measures
            ? `“${figure.surface}” is corrected.`
            : `“${figure.surface}” measures ${said.measures} now.`,
        )
      }}
    >
      <p className={classes.taken}>
        {hedge && `${hedge} `}
        {value}
      </p>
      <TextInput
        label="What it measures"
        data-autofocus
        maxLength={300}
        value={measures}
        onChange={(event) => setMeasures(event.currentTarget.value)}
      />
      <TextInput
        label="Of whom or where"
        maxLength={300}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <TextInput
        label="Who said it"
        maxLength={300}
        value={saidBy}
        onChange={(event) => setSaidBy(event.currentTarget.value)}
      />
      <TextInput
        label={figure.unit === null ? 'How many' : `How many (${figure.unit})`}
        error={isNoNumber && 'A number or a range, such as 4,200 or 2–3 million'}
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <TextInput
        label="As of"
        description={day && day.date !== day.words ? day.date : 'A day or year, such as “Friday” or “1 March 2024”'}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={300}
        value={asOf}
        onChange={(event) => setAsOf(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" size="compact-md" disabled={said.measures === '' || isNoNumber}>
          {isChanged ? 'Save' : 'It is right'}
        </Button>
        <Button size="compact-md" variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function wordsOf(field: string): string | null {
  return field.trim() === '' ? null : field.trim()
}
