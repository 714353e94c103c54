import { Button, SegmentedControl, Select, Switch } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { PracticeKind } from '#shared/contract/practice.ts'
import classes from './practice-setup.module.css'
import { PracticeSheet } from './practice-sheet.tsx'
import type { PracticePlan } from './use-practice.ts'

const all: readonly PracticeKind[] = ['choice', 'typed', 'true-false', 'pairs', 'order']
const ways: readonly { label: string; lead: string; kinds: readonly PracticeKind[] }[] = [
  { label: 'Mixed test', lead: 'A bit of everything, with a score.', kinds: all },
  { label: 'Choose the answer', lead: 'One is right; the others could be.', kinds: ['choice'] },
  { label: 'Type the answer', lead: 'Judged by meaning, not by letters.', kinds: ['typed'] },
  { label: 'True or false', lead: 'Was it so?', kinds: ['true-false'] },
  { label: 'Match pairs', lead: 'What belongs together.', kinds: ['pairs'] },
  { label: 'Put in order', lead: 'By size or by date.', kinds: ['order'] },
]
/** A set of pairs or an order is as long as several questions. */
const perCount: Readonly<Record<string, number>> = { pairs: 4, order: 4 }

interface PracticeSetupProps {
  readonly articleId: string | null
  readonly entityId: string | null
  readonly onStart: (plan: PracticePlan) => void
}

/** What to practise, and how. */
export function PracticeSetup({ articleId, entityId, onStart }: PracticeSetupProps) {
  const [way, setWay] = useState(0)
  const [count, setCount] = useState('10')
  const [tag, setTag] = useState<string | null>(null)
  const [wrongCounts, setWrongCounts] = useState(false)
  const [isPrinting, setPrinting] = useState(false)
  const tags = useQuery(api.tag.list.queryOptions()).data ?? []
  const from = useFrom(articleId, entityId)
  const kinds = ways[way]?.kinds ?? all
  const [only = ''] = kinds.length === 1 ? kinds : []
  const plan: PracticePlan = {
    kinds,
    count: Math.ceil(Number(count) / (perCount[only] ?? 1)),
    wrongCounts,
    ...(articleId && { articleId }),
    ...(entityId && { entityId }),
    ...(tag && { tag }),
  }
  useCommands({
    'practice.choose': (_, place) => setWay(Math.min(place, ways.length - 1)),
    'practice.down': () => setWay((now) => Math.min(now + 1, ways.length - 1)),
    'practice.up': () => setWay((now) => Math.max(now - 1, 0)),
    'practice.next': () => onStart(plan),
  })
  return (
    <>
      <PageTitle
        title="Practice"
        actions={
          <>
            <Button variant="default" onClick={() => setPrinting(true)}>
              Print a sheet
            </Button>
            <Button onClick={() => onStart(plan)} rightSection={<Keys keys="enter" />}>
              Start
            </Button>
          </>
        }
      />
      <p className={classes.lead}>
        {from ? `From ${from}. ` : ''}Your schedule stays as it is, whatever you answer here.
      </p>
      <fieldset className={classes.ways}>
        <legend className="visually-hidden">How to practise</legend>
        {ways.map(({ label, lead }, index) => (
          <button
            key={label}
            type="button"
            className={classes.way}
            aria-pressed={index === way}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => setWay(index)}
          >
            <span className={classes.label}>
              {label} <Keys keys={String(index + 1)} />
            </span>
            <span className={classes.about}>{lead}</span>
          </button>
        ))}
      </fieldset>
      <div className={classes.options}>
        <div>
          <p className={classes.name} id="practice-count">
            How many questions
          </p>
          <SegmentedControl
            aria-labelledby="practice-count"
            value={count}
            onChange={setCount}
            data={['5', '10', '20', '40']}
          />
        </div>
        {tags.length > 0 && (
          <Select
            label="With the tag"
            placeholder="Any"
            value={tag}
            onChange={setTag}
            data={tags.map(({ name }) => name)}
            clearable
            searchable
          />
        )}
      </div>
      <Switch
        label="Let a wrong answer count in review as “Again”"
        checked={wrongCounts}
        onChange={(event) => setWrongCounts(event.currentTarget.checked)}
      />
      {isPrinting && <PracticeSheet plan={plan} onEnd={() => setPrinting(false)} />}
    </>
  )
}

/** The title or name that practice is limited to, or null. */
function useFrom(articleId: string | null, entityId: string | null): string | null {
  const article = useQuery(api.article.get.queryOptions({ input: articleId ? { articleId } : skipToken })).data
  const entity = useQuery(api.entity.get.queryOptions({ input: entityId ? { entityId } : skipToken })).data
  if (articleId) return article ? `“${article.title}”` : null
  return entityId ? (entity?.name ?? null) : null
}
