import { Tooltip } from '@mantine/core'
import { keysNow } from '#renderer/ui/key-bindings.ts'
import { keyWords } from '#renderer/ui/keys.tsx'
import type { Category } from '#shared/contract/annotation.ts'
import classes from './category-keys.module.css'

interface CategoryKeysProps {
  readonly categories: readonly Category[]
  readonly chosenId: string | null
  readonly onChoose: (category: Category) => void
  /** Whether the chosen one takes the focus when a popover opens. */
  readonly holdsFocus?: boolean
  /** What choosing does, for tooltips and screen readers: `Mark as`. */
  readonly verb: string
}

/** The eight categories as small swatches, each with its name and key. */
export function CategoryKeys({ categories, chosenId, onChoose, verb, holdsFocus = false }: CategoryKeysProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a border and a legend into a bar of swatches
    <div className={classes.keys} role="group" aria-label={verb}>
      {categories.map((category) => (
        <Tooltip key={category.id} label={`${category.name} · ${keyOf(category)}`}>
          <button
            type="button"
            className={classes.key}
            data-color={category.color}
            aria-label={`${verb} ${category.name}`}
            aria-keyshortcuts={keyOf(category)}
            aria-pressed={chosenId === null ? undefined : category.id === chosenId}
            // Where a popover opens without a field to write in, the keyboard begins here.
            {...(category.id === chosenId && holdsFocus ? { 'data-autofocus': true } : {})}
            onClick={() => onChoose(category)}
          >
            <span className={classes.number} data-key={keyOf(category)} />
          </button>
        </Tooltip>
      ))}
    </div>
  )
}

function keyOf({ position }: Category): string {
  return keyWords(keysNow('reader.mark')[position - 1] ?? '')
}
