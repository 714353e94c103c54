import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { client } from '#renderer/client/api.ts'
import { announce } from '#renderer/ui/announce.ts'
import { KeysOf } from '#renderer/ui/keys.tsx'
import { showErrorToast } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { verdictInWords } from '#renderer/ui/verdict-words.ts'
import type { TypedVerdict } from '#shared/contract/evidence.ts'
import type { Card } from '#shared/contract/study.ts'
import classes from './typed-answer.module.css'

interface TypedAnswerProps {
  /** Of the form, so that a button elsewhere can submit it. */
  readonly formId: string
  readonly card: Card
  readonly isRevealed: boolean
  readonly onReveal: () => void
  /** Called with what was typed, once it stands. */
  readonly onTyped: (text: string) => void
}

/** The answer in one's own words, judged by its meaning; the grade stays one's own choice. */
export function TypedAnswer({ formId, card, isRevealed, onReveal, onTyped }: TypedAnswerProps) {
  const [text, setText] = useState('')
  const [verdict, setVerdict] = useState<TypedVerdict | null>(null)
  const field = useRef<HTMLInputElement>(null)
  // After the card, which takes the focus first.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  useEffect(() => {
    if (isRevealed) field.current?.blur()
  }, [isRevealed])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isRevealed) return
    onReveal()
    if (text.trim() === '') return
    onTyped(text)
    try {
      const judged = await client.evidence.judge({ cardId: card.id, text })
      setVerdict(judged)
      if (judged) announce(`${judged.correct ? 'Right.' : 'Not right.'} ${verdictInWords(judged)}`)
    } catch (error) {
      showErrorToast(error)
    }
  }
  const accept = async () => {
    if (!verdict?.canAccept) return
    try {
      await client.evidence.acceptAnswer({ cardId: card.id, text })
      setVerdict({ correct: true, reason: 'alias', detail: null, canAccept: false })
    } catch (error) {
      showErrorToast(error)
    }
  }
  useCommands({ 'review.accept': () => void accept() })
  return (
    <form id={formId} className={classes.root} onSubmit={(event) => void submit(event)}>
      <TextInput
        ref={field}
        aria-label="Your answer"
        placeholder="Type the answer, then Enter"
        size="md"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        readOnly={isRevealed}
        autoComplete="off"
        spellCheck={false}
      />
      {verdict && (
        <p className={classes.verdict} data-correct={verdict.correct}>
          <strong>{verdict.correct ? 'Right' : 'Not right'}</strong> {verdictInWords(verdict)}
          {verdict.canAccept && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => void accept()}
              rightSection={<KeysOf id="review.accept" />}
            >
              Count it as right
            </Button>
          )}
        </p>
      )}
    </form>
  )
}
