import { type KeyboardEvent, useId, useState } from 'react'
import type { EntityKind } from '#shared/domain/extraction.ts'
import classes from './entity-choice.module.css'
import { KindBadge } from './kind-badge.tsx'

/** One answer to who or what a name is. */
export interface EntityOption {
  readonly key: string
  readonly kind: EntityKind
  readonly name: string
  /** A few quiet words: a role, how often it is named. */
  readonly about: string
}

/** Options that belong together. */
export interface EntityOptions {
  readonly heading: string
  readonly options: readonly EntityOption[]
}

interface EntityChoiceProps {
  readonly label: string
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly groups: readonly EntityOptions[]
  readonly onChoose: (option: EntityOption) => void
}

/** A field in which one types a name, over what it can be. Arrow keys go through the list, Enter takes what is lit. */
export function EntityChoice({ label, query, onQuery, groups, onChoose }: EntityChoiceProps) {
  const id = useId()
  const options = groups.flatMap((group) => group.options)
  const [wanted, setWanted] = useState(0)
  const at = Math.min(wanted, options.length - 1)
  const idOf = (option: EntityOption) => `${id}${option.key}`
  const move = (to: number) => {
    const index = (to + options.length) % Math.max(1, options.length)
    setWanted(index)
    const option = options[index]
    if (option) document.getElementById(idOf(option))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const active = options[at]
    if (step !== undefined) move(at + step)
    else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) onChoose(active)
    else return
    event.preventDefault()
  }
  const active = options[at]
  return (
    <div className={classes.root}>
      <label className={classes.label} htmlFor={`${id}field`}>
        {label}
      </label>
      <input
        id={`${id}field`}
        className={classes.field}
        role="combobox"
        aria-expanded
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={active ? idOf(active) : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        data-autofocus
        value={query}
        onChange={(event) => {
          onQuery(event.currentTarget.value)
          setWanted(0)
        }}
        onKeyDown={onKeyDown}
        // One types over what stands there to begin with.
        onFocus={(event) => event.currentTarget.select()}
      />
      <div id={`${id}list`} role="listbox" aria-label={label} className={classes.list}>
        {groups
          .filter((group) => group.options.length > 0)
          .map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list of options
            <div key={group.heading} role="group" aria-labelledby={`${id}${group.heading}`}>
              <div id={`${id}${group.heading}`} className={classes.heading} role="presentation">
                {group.heading}
              </div>
              {group.options.map((option) => (
                // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the lit one
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field
                <div
                  key={option.key}
                  id={idOf(option)}
                  role="option"
                  aria-selected={option === active}
                  className={classes.option}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(option)}
                >
                  <span className={classes.kind}>
                    <KindBadge kind={option.kind} />
                  </span>
                  <span className={classes.name}>{option.name}</span>
                  {option.about && <span className={classes.about}>{option.about}</span>}
                </div>
              ))}
            </div>
          ))}
      </div>
    </div>
  )
}
