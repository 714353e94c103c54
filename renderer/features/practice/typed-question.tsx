import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { PracticeGiven } from '#shared/contract/practice.ts'
import classes from './answer-parts.module.css'
import type { RoundResult } from './round.ts'

interface TypedQuestionProps {
  readonly result: RoundResult | undefined
  readonly onAnswer: (given: PracticeGiven) => void
}

/** An answer in one's own words. Enter gives it; an empty one means one does not know. */
export function TypedQuestion({ result, onAnswer }: TypedQuestionProps) {
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  // The keys that go on mean nothing inside a field.
  useEffect(() => {
    if (result) field.current?.blur()
  }, [result])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!result) onAnswer({ kind: 'typed', text })
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        ref={field}
        aria-label="Your answer"
        size="md"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        readOnly={result !== undefined}
        autoComplete="off"
        spellCheck={false}
      />
      {!result && (
        <Button type="submit" className={classes.submit ?? ''}>
          {text.trim() === '' ? 'I don’t know' : 'Check'}
        </Button>
      )}
    </form>
  )
}
