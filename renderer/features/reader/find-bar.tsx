import { ActionIcon, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { formatNumber } from '#renderer/ui/format.ts'
import classes from './find-bar.module.css'
import type { FindInArticle } from './use-find.ts'

/** Finds words in the article: as one types, Enter for the next place, Escape to leave. */
export function FindBar({ find }: { find: FindInArticle }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') find.close()
    else if (event.key === 'Enter' || event.key === 'F3') find.step(event.shiftKey ? -1 : 1)
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

function countWords({ query, found, index }: FindInArticle): string {
  if (query.trim() === '') return ''
  if (found.length === 0) return 'Nothing found'
  return `${formatNumber(index + 1)} of ${formatNumber(found.length)}`
}
