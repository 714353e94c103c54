import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { FilterTabs } from '#renderer/ui/filter-tabs.tsx'
import { formatCount, formatNumber } from '#renderer/ui/format.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { useKeptState } from '#renderer/ui/use-kept-state.ts'
import type { Honesty } from '#shared/contract/correction.ts'
import { confidenceBands } from '#shared/domain/honesty.ts'
import { routes } from '#shared/domain/routes.ts'
import { kindName } from './correction-words.ts'
import classes from './honesty-screen.module.css'
import { type PrecisionRow, PrecisionTable } from './precision-table.tsx'

type Judged = Honesty['judged'][number]
type Whose = 'all' | 'asked'

const kinds = [
  ['person', 'People'],
  ['group', 'Groups'],
  ['place', 'Places'],
  ['figure', 'Figures'],
] as const satisfies readonly (readonly [Judged['kind'], string])[]

const missedWords = {
  person: { one: 'person', other: 'people' },
  group: { one: 'group', other: 'groups' },
  place: { one: 'place', other: 'places' },
  figure: { one: 'figure', other: 'figures' },
} as const

/** How often what Dossier finds is right, as measured on what the person said of it. */
export function HonestyScreen() {
  const honesty = useQuery(api.correction.honesty.queryOptions())
  return (
    <Screen>
      <PageTitle
        title="How right the finds are"
        lead={honesty.data ? judgedWords(sum(honesty.data.judged)) : ''}
        actions={
          <Button variant="default" component={Link} to={routes.doubtful}>
            Judge more
          </Button>
        }
      />
      {honesty.error && <ErrorState error={honesty.error} onRetry={() => void honesty.refetch()} />}
      {honesty.isPending && <LoadingState label="Adding up" />}
      {honesty.data && <Measured honesty={honesty.data} />}
    </Screen>
  )
}

function Measured({ honesty }: { readonly honesty: Honesty }) {
  const [whose, setWhose] = useKeptState<Whose>('whose', 'all')
  const judged = honesty.judged.filter(({ asked }) => whose === 'all' || asked)
  const names = judged.filter(({ kind }) => kind !== 'figure')
  return (
    <div className={classes.parts}>
      <div>
        <FilterTabs<Whose>
          label="Which judgements"
          value={whose}
          onChange={setWhose}
          tabs={[
            { value: 'all', label: 'All you judged', count: sum(honesty.judged) },
            { value: 'asked', label: 'Only what you were asked', count: sum(honesty.judged.filter((j) => j.asked)) },
          ]}
        />
        <p className={classes.about}>{whose === 'all' ? aboutAll : aboutAsked}</p>
      </div>
      <PrecisionTable
        title="By kind"
        head="Kind"
        note="Wrong link: the name was found, and taken for the wrong person, group or place."
        rows={kinds.map(([kind, label]) =>
          linkedRowOf(
            label,
            judged.filter((one) => one.kind === kind),
          ),
        )}
      />
      <PrecisionTable
        title="Words and kind of names, by how sure the search was"
        head="Sure"
        note="The broad pale bars show what the search itself reckons with; the green lines should lie over them."
        rows={confidenceBands.map(({ from, to }, band) => ({
          ...rowOf(
            `${from * 100} to ${to * 100} %`,
            names.filter((one) => one.band === band),
          ),
          claimed: { from, to },
        }))}
      />
      <Rest honesty={honesty} />
      <section>
        <h2 className={classes.title}>How this is worked out</h2>
        <p className={classes.prose}>
          Each find that you confirmed or corrected counts once: as it had been found, and by what you said of it last.
          A name is right when its words, its kind and whom it is linked to are right; a wrong link has a column of its
          own. The search says how sure it is of words and kind alone, so in the second table links do not count. A
          figure is right when you left what it measures as it was. The share is the right ones among those judged. The
          range beside it is where the true share lies in 95 of 100 such cases (Wilson’s interval): the fewer you have
          judged, the wider it is.
        </p>
        <p className={classes.prose}>
          This says how much of what was found is right, not how much was missed. A group of finds of which you have
          judged none is unknown, not perfect.
        </p>
      </section>
    </div>
  )
}

const judgedWords = (judged: number) => (judged === 0 ? 'nothing judged yet' : `${formatNumber(judged)} judged`)

const aboutAll =
  'Corrections made while reading are among these. One notices mistakes more than what is right, so the true shares are likely higher.'
const aboutAsked =
  'Only answers to doubtful names and to spot checks: what you were shown, not what caught your eye. Spot checks are drawn by chance.'

/** Right in all, the link among it. */
function linkedRowOf(label: string, judged: readonly Judged[]): PrecisionRow {
  const wrongLinks = sum(judged.filter(({ outcome }) => outcome === 'other-entity'))
  const right = sum(judged.filter(({ outcome }) => outcome === 'right'))
  return { label, judged: sum(judged), right, ...(judged.every(({ kind }) => kind !== 'figure') && { wrongLinks }) }
}

const rightly: ReadonlySet<Judged['outcome']> = new Set(['right', 'other-entity'])

function rowOf(label: string, judged: readonly Judged[]): PrecisionRow {
  return { label, judged: sum(judged), right: sum(judged.filter(({ outcome }) => rightly.has(outcome))) }
}

function sum(judged: readonly { count: number }[]): number {
  return judged.reduce((all, { count }) => all + count, 0)
}

const outcomes = [
  ['no-name', 'no name at all'],
  ['other-kind', 'of another kind'],
  ['other-words', 'with other words than were found'],
  ['other-entity', 'linked to the wrong one'],
  ['other-measure', 'figures that measure something else'],
] as const satisfies readonly (readonly [Judged['outcome'], string])[]

function Rest({ honesty }: { readonly honesty: Honesty }) {
  const { judged, missed, unknown, corrections } = honesty
  const wrong = outcomes
    .map(([outcome, words]) => ({ words, count: sum(judged.filter((one) => one.outcome === outcome)) }))
    .filter(({ count }) => count > 0)
  const added = missed.map(({ kind, count }) => formatCount(count, missedWords[kind].one, missedWords[kind].other))
  return (
    <div className={classes.rest}>
      <section>
        <h2 className={classes.title}>What was wrong</h2>
        {wrong.length === 0 && <p className={classes.prose}>Nothing you judged was wrong so far.</p>}
        <ul className={classes.list}>
          {wrong.map(({ words, count }) => (
            <li key={words}>
              <span className={classes.count}>{formatNumber(count)}</span> {words}
            </li>
          ))}
        </ul>
        {added.length > 0 && <p className={classes.prose}>Passed over, and added by you: {added.join(', ')}.</p>}
        {unknown > 0 && (
          <p className={classes.prose}>
            {formatCount(unknown, 'earlier correction is', 'earlier corrections are')} not in these shares: what had
            been found was not kept then.
          </p>
        )}
      </section>
      <section>
        <h2 className={classes.title}>Your corrections</h2>
        {corrections.length === 0 && <p className={classes.prose}>None so far.</p>}
        <ul className={classes.list}>
          {corrections.map(({ kind, count }) => (
            <li key={kind}>
              <span className={classes.count}>{formatNumber(count)}</span> {kindName(kind)}
            </li>
          ))}
        </ul>
        {corrections.length > 0 && (
          <p className={classes.prose}>
            <Link to={routes.corrections}>All of them</Link>
          </p>
        )}
      </section>
    </div>
  )
}
