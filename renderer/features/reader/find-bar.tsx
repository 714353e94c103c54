import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconLetterCase, IconLetterW, IconX } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { formatNumber } from '#renderer/ui/format.ts'
import classes from './find-bar.module.css'
import type { FindInArticle } from './use-find.ts'

/** Finds words in the article: as one types, Enter for the next place, Escape to leave with it selected. */
export function FindBar({ find }: { find: FindInArticle }) {
  const onKeyDown = (event: KeyboardEvent) => {
    const isOnField = event.target instanceof HTMLInputElement
    if (event.key === 'Escape') find.close()
    else if ((event.key === 'Enter' && isOnField) || event.key === 'F3') find.step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className={classes.bar} aria-label="Find in the article" onKeyDown={onKeyDown}>
      <TextInput
        ref={(field) => find.onField(field)}
        aria-label="Find in the article"
        placeholder="Find in the article"
        value={find.query}
        onChange={(event) => find.setQuery(event.currentTarget.value)}
        size="sm"
        variant="unstyled"
        className={classes.field ?? ''}
        autoFocus
      />
      <span className={classes.count} role="status">
        {countWords(find)}
      </span>
      <Toggle
        label="Match capitals and small letters"
        isOn={find.options.isCaseKept}
        onChange={(isCaseKept) => find.setOptions({ isCaseKept })}
      >
        <IconLetterCase size={17} stroke={1.6} />
      </Toggle>
      <Toggle
        label="Whole words only"
        isOn={find.options.isWholeWord}
        onChange={(isWholeWord) => find.setOptions({ isWholeWord })}
      >
        <IconLetterW size={17} stroke={1.6} />
      </Toggle>
      <ActionIcon aria-label="Place found before" size={28} onClick={() => find.step(-1)}>
        <IconChevronUp size={16} stroke={1.6} />
      </ActionIcon>
      <ActionIcon aria-label="Next place found" size={28} onClick={() => find.step(1)}>
        <IconChevronDown size={16} stroke={1.6} />
      </ActionIcon>
      <ActionIcon aria-label="Close" size={28} onClick={find.close}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </search>
  )
}

interface ToggleProps {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
}

function Toggle({ label, isOn, onChange, children }: ToggleProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        aria-pressed={isOn}
        mod={{ on: isOn }}
        className={classes.toggle ?? ''}
        size={28}
        onClick={() => onChange(!isOn)}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

function countWords({ query, found, index }: FindInArticle): string {
  if (query.trim() === '') return ''
  if (found.length === 0) return 'Nothing found'
  return `${formatNumber(index + 1)} of ${formatNumber(found.length)}`
}
