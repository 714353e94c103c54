import { ActionIcon, Button } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { announce } from '#renderer/ui/announce.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { PracticeGiven, PracticeQuestion } from '#shared/contract/practice.ts'
import classes from './answer-parts.module.css'
import type { RoundResult } from './round.ts'

interface OrderQuestionProps {
  readonly question: Extract<PracticeQuestion, { kind: 'order' }>
  readonly result: RoundResult | undefined
  readonly onAnswer: (given: PracticeGiven) => void
}

/** Lines to be moved into their order. */
export function OrderQuestion({ question, result, onAnswer }: OrderQuestionProps) {
  const { items } = question
  const [order, setOrder] = useState<readonly number[]>(() => items.map((_, index) => index))
  const [active, setActive] = useState(0)
  const last = items.length - 1
  const move = (from: number, step: 1 | -1) => {
    const to = from + step
    if (result || to < 0 || to > last) return
    const next = [...order]
    next.splice(to, 0, ...next.splice(from, 1))
    setOrder(next)
    setActive(to)
    announce(`Place ${to + 1} of ${items.length}`)
  }
  const check = () => onAnswer({ kind: 'order', order: [...order] })
  useCommands({
    'practice.down': () => setActive((line) => Math.min(line + 1, last)),
    'practice.up': () => setActive((line) => Math.max(line - 1, 0)),
    'practice.move-down': () => move(active, 1),
    'practice.move-up': () => move(active, -1),
    ...(result ? {} : { 'practice.next': check }),
  })
  return (
    <>
      <ol className={classes.list} aria-label="Lines to put in order">
        {order.map((item, place) => (
          <li
            key={item}
            className={classes.option}
            data-active={!result && place === active}
            data-mark={result && (result.outcome.parts[place] ? 'right' : 'wrong')}
            aria-current={!result && place === active ? 'true' : undefined}
          >
            <span className={classes.mark}>{place + 1}</span>
            <span className={classes.text}>{items[item]}</span>
            {!result && (
              <span className={classes.moves}>
                <ActionIcon
                  aria-label={`Move up: ${items[item]}`}
                  disabled={place === 0}
                  onClick={() => move(place, -1)}
                >
                  <IconChevronUp size={16} stroke={1.6} />
                </ActionIcon>
                <ActionIcon
                  aria-label={`Move down: ${items[item]}`}
                  disabled={place === last}
                  onClick={() => move(place, 1)}
                >
                  <IconChevronDown size={16} stroke={1.6} />
                </ActionIcon>
              </span>
            )}
          </li>
        ))}
      </ol>
      {!result && (
        <>
          <p className={classes.hint}>
            <Keys keys="j" /> <Keys keys="k" /> move between lines, with <Keys keys="shift" /> move the line itself.
          </p>
          <Button className={classes.submit ?? ''} onClick={check} rightSection={<Keys keys="enter" />}>
            Check
          </Button>
        </>
      )}
    </>
  )
}
