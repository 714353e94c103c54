import classes from './filter-tabs.module.css'
import { formatNumber } from './format.ts'

/** One choice of a filter; `count` is left away while it is not known. */
export interface FilterTab<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly count?: number | undefined
}

interface FilterTabsProps<Value extends string> {
  /** What is chosen, for screen readers: `Kind`. */
  readonly label: string
  readonly tabs: readonly FilterTab<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** The tabs of a drawer of folders: one is pulled forward, and the list below is what it holds. */
export function FilterTabs<Value extends string>({ label, tabs, value, onChange }: FilterTabsProps<Value>) {
  return (
    <fieldset className={classes.tabs}>
      <legend className="visually-hidden">{label}</legend>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          className={classes.tab}
          aria-pressed={tab.value === value}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count !== undefined && <span className={classes.count}>{formatNumber(tab.count)}</span>}
        </button>
      ))}
    </fieldset>
  )
}
