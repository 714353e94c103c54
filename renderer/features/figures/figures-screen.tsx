import { useRef } from 'react'
import { useNavigate } from 'react-router'
import { formatCount } from '#renderer/ui/format.ts'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useKeptState } from '#renderer/ui/use-kept-state.ts'
import { useListCursor } from '#renderer/ui/use-list-cursor.ts'
import { articlePath } from '#shared/domain/routes.ts'
import { Disputes } from './disputes.tsx'
import { FigureFilters, type FigureQuestion } from './figure-filters.tsx'
import classes from './figures-screen.module.css'
import { Ledger } from './ledger.tsx'
import { MeasureList } from './measure-list.tsx'
import { MeasureView } from './measure-view.tsx'
import { useFigures } from './use-figures.ts'
import { useFiguresPlace } from './use-figures-view.ts'

/** The ledger: every figure, by what is measured, and those that contradict each other. */
export function FiguresScreen() {
  const [question, setQuestion] = useKeptState<FigureQuestion>('question', {
    query: '',
    sort: 'article',
    quantity: null,
  })
  const filterField = useRef<HTMLInputElement>(null)
  const place = useFiguresPlace()
  const { group, subject, entityId, view } = place
  // One measure is shown whole, in time: what was asked for before it was opened no longer counts.
  const [within, setWithin] = useKeptState('within', { group: '', query: '' })
  const query = group ? (within.group === group ? within.query : '') : question.query
  const list = useFigures(
    group
      ? { query, sort: 'article', quantity: null, entityId: null, group, subject }
      : { ...question, entityId, group },
  )
  const cursor = useListCursor(list.items.length)
  const navigate = useNavigate()
  const isLedger = view === 'ledger' || group !== null
  useCommands({
    'figures.filter': () => filterField.current?.focus(),
    ...(isLedger && {
      'figures.next': cursor.next,
      'figures.previous': cursor.previous,
      'figures.open': () => {
        const figure = list.items[cursor.index]
        if (figure) void navigate(articlePath(figure.articleId, figure))
      },
    }),
  })
  const isFiltered = question.query.trim() !== '' || question.quantity !== null || entityId !== null
  return (
    <Screen width="fill">
      <PageTitle title="Figures" lead={isLedger && list.total > 0 ? countWords(list.total, entityId !== null) : null} />
      <FigureFilters
        place={place}
        question={{ ...question, query }}
        fieldRef={filterField}
        onChange={(change) => {
          if (group) setWithin({ group, query: change.query ?? query })
          else setQuestion((before) => ({ ...before, ...change }))
          cursor.moveTo(0)
        }}
      />
      {group && (
        <MeasureView
          group={group}
          query={query}
          subject={subject}
          onSubject={place.showSubject}
          list={list}
          cursor={cursor}
        />
      )}
      {!group && view === 'ledger' && <Ledger list={list} cursor={cursor} isFiltered={isFiltered} />}
      {!group && view === 'measures' && (
        <div className={classes.list}>
          <MeasureList query={question.query.trim()} quantity={question.quantity} />
        </div>
      )}
      {view === 'disagreements' && (
        <div className={classes.list}>
          <Disputes query={question.query} quantity={question.quantity} />
        </div>
      )}
    </Screen>
  )
}

/** Those of one entity are counted up to 201. */
function countWords(total: number, isOfEntity: boolean): string {
  return isOfEntity && total > 200 ? 'more than 200 figures' : formatCount(total, 'figure', 'figures')
}
