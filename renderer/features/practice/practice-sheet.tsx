import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { client } from '#renderer/client/api.ts'
import { MarkdownView } from '#renderer/ui/markdown-view.tsx'
import { showErrorToast } from '#renderer/ui/toast.tsx'
import type { PracticeQuestion } from '#shared/contract/practice.ts'
import classes from './practice-sheet.module.css'
import type { PracticePlan } from './use-practice.ts'

interface Sheet {
  readonly questions: readonly PracticeQuestion[]
  readonly key: readonly { readonly id: string; readonly expected: readonly string[] }[]
}

/** A test on paper: seen by the printer alone. Opens the print dialog once it is drawn. */
export function PracticeSheet({ plan, onEnd }: { plan: PracticePlan; onEnd: () => void }) {
  const [sheet, setSheet] = useState<Sheet | null>(null)
  useEffect(() => {
    const load = async () => {
      const { wrongCounts: _, kinds, ...rest } = plan
      const { practiceId, questions } = await client.practice.start({ ...rest, kinds: [...kinds] })
      setSheet({ questions, key: await client.practice.key({ practiceId }) })
    }
    load().catch((error) => {
      showErrorToast(error)
      onEnd()
    })
    // One sheet is made for the plan as it was when it was asked for.
  }, [])
  useEffect(() => {
    if (!sheet) return
    window.print()
    onEnd()
  }, [sheet, onEnd])
  if (!sheet) return null
  return createPortal(
    <div className={classes.sheet}>
      <h1>Test</h1>
      <p className={classes.name}>Name and date:</p>
      <ol className={classes.questions}>
        {sheet.questions.map((question) => (
          <li key={question.id}>
            <MarkdownView text={question.prompt} />
            <Room question={question} />
          </li>
        ))}
      </ol>
      <section className={classes.key}>
        <h2>Answers</h2>
        <ol>
          {sheet.key.map(({ id, expected }) => (
            <li key={id}>{expected.join('; ')}</li>
          ))}
        </ol>
      </section>
    </div>,
    document.body,
  )
}

/** What one writes on. */
function Room({ question }: { question: PracticeQuestion }) {
  switch (question.kind) {
    case 'typed':
      return <p className={classes.blank} />
    case 'true-false':
      return <p>{question.statement} &emsp; ☐ True &emsp; ☐ False</p>
    case 'choice':
      return <Boxes lines={question.choices} box="☐" />
    case 'order':
      return <Boxes lines={question.items} box="___" />
    case 'pairs':
      return (
        <div className={classes.pairs}>
          <Boxes lines={question.left} box="___" />
          <ol type="A">
            {question.right.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ol>
        </div>
      )
  }
}

function Boxes({ lines, box }: { lines: readonly string[]; box: string }) {
  return (
    <ul className={classes.boxes}>
      {lines.map((words) => (
        <li key={words}>
          {box} {words}
        </li>
      ))}
    </ul>
  )
}
