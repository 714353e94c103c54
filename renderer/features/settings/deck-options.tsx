import type { Deck } from '#shared/contract/deck.ts'
import classes from './deck-options.module.css'
import { OwnChoiceSetting, OwnNumberSetting, OwnStepsSetting } from './setting-fields.tsx'
import { leechActions, newOrders, newPlaces, reviewOrders, spreads } from './study-choices.ts'

type Options = Deck['options']

const apart = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const

interface DeckOptionsProps {
  readonly options: Options
  /** With a deadline, limits and retention follow from it. */
  readonly hasDeadline: boolean
  readonly onChange: (options: Options) => void
}

/** How the cards of a deck are asked, where it is not as for all. */
export function DeckOptions({ options, hasDeadline, onChange }: DeckOptionsProps) {
  const keep = (part: { readonly [Key in keyof Options]: Options[Key] | null }) =>
    onChange(
      Object.fromEntries(Object.entries({ ...options, ...part }).filter(([, value]) => value != null)) as Options,
    )
  const retention = options.desiredRetention
  return (
    <div className={classes.root}>
      {hasDeadline ? (
        <p className={classes.note}>The day sets new cards, reviews and what is to be remembered.</p>
      ) : (
        <>
          <OwnNumberSetting
            label="New cards a day"
            value={options.newCardsPerDay ?? null}
            max={9999}
            onKeep={(newCardsPerDay) => keep({ newCardsPerDay })}
          />
          <OwnNumberSetting
            label="Reviews a day"
            value={options.reviewsPerDay ?? null}
            max={99_999}
            onKeep={(reviewsPerDay) => keep({ reviewsPerDay })}
          />
          <OwnNumberSetting
            label="Answers to be remembered, %"
            value={retention === undefined ? null : Math.round(retention * 100)}
            min={70}
            max={99}
            onKeep={(percent) => keep({ desiredRetention: percent === null ? null : percent / 100 })}
          />
        </>
      )}
      <details className={classes.more}>
        <summary>Steps and order</summary>
        <OwnStepsSetting
          label="First steps of a new card"
          help="Like 1m 10m 2h; a dash for none."
          value={options.learningStepsMinutes ?? null}
          onKeep={(learningStepsMinutes) => keep({ learningStepsMinutes })}
        />
        <OwnStepsSetting
          label="Steps after forgetting"
          value={options.relearningStepsMinutes ?? null}
          onKeep={(relearningStepsMinutes) => keep({ relearningStepsMinutes })}
        />
        <OwnChoiceSetting
          label="Reviews come"
          choices={reviewOrders}
          value={options.reviewOrder ?? null}
          onKeep={(reviewOrder) => keep({ reviewOrder })}
        />
        <OwnChoiceSetting
          label="New cards come"
          choices={newOrders}
          value={options.newOrder ?? null}
          onKeep={(newOrder) => keep({ newOrder })}
        />
        <OwnChoiceSetting
          label="New cards are mixed in"
          choices={newPlaces}
          value={options.newPlace ?? null}
          onKeep={(newPlace) => keep({ newPlace })}
        />
        <OwnChoiceSetting
          label="Keep cards of one family apart"
          choices={apart}
          value={options.burySiblings === undefined ? null : options.burySiblings ? 'yes' : 'no'}
          onKeep={(choice) => keep({ burySiblings: choice === null ? null : choice === 'yes' })}
        />
        <OwnChoiceSetting
          label="Move reviews a little"
          choices={spreads}
          value={options.spread ?? null}
          onKeep={(spread) => keep({ spread })}
        />
        <OwnNumberSetting
          label="Longest wait in days"
          value={options.maximumIntervalDays ?? null}
          min={1}
          max={36_500}
          onKeep={(maximumIntervalDays) => keep({ maximumIntervalDays })}
        />
        <OwnNumberSetting
          label="Leech after being forgotten"
          value={options.leechAfter ?? null}
          max={99}
          onKeep={(leechAfter) => keep({ leechAfter })}
        />
        <OwnChoiceSetting
          label="What happens to a leech"
          choices={leechActions}
          value={options.leechAction ?? null}
          onKeep={(leechAction) => keep({ leechAction })}
        />
      </details>
    </div>
  )
}
