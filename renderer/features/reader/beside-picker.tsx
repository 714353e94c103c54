import { Modal, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { formatDay } from '#renderer/ui/format.ts'
import classes from './beside-picker.module.css'

interface BesidePickerProps {
  /** Articles that are open already. */
  readonly without: readonly string[]
  readonly onChoose: (articleId: string) => void
  readonly onClose: () => void
}

const SHOWN = 30

/** Chooses the article to stand beside the open one: those opened last come first. */
export function BesidePicker({ without, onChoose, onClose }: BesidePickerProps) {
  const [words, setWords] = useState('')
  const query = useDeferredValue(words).trim()
  const { data } = useQuery(
    api.article.list.queryOptions({
      input: { sort: 'opened', limit: SHOWN, ...(query === '' ? {} : { query }) },
      placeholderData: keepPreviousData,
    }),
  )
  const shown = data?.items.filter(({ id }) => !without.includes(id)) ?? []
  const focusFirst = (list: Element | null) => list?.querySelector('button')?.focus()
  return (
    <Modal opened onClose={onClose} title="An article beside this one" size={520}>
      <TextInput
        data-autofocus
        aria-label="Find an article"
        placeholder="Title, source or author"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = shown
          if (event.key === 'Enter' && first) onChoose(first.id)
          if (event.key === 'ArrowDown') focusFirst(event.currentTarget.closest('section'))
        }}
      />
      <ul className={classes.list} aria-label="Articles">
        {shown.map((article) => (
          <li key={article.id}>
            <button type="button" className={classes.row} onClick={() => onChoose(article.id)}>
              <span className={classes.title} dir="auto">
                {article.title}
              </span>
              <span className={classes.about}>
                {[article.source, formatDay(article.publishedOn)].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {data && shown.length === 0 && <p className={classes.none}>No other article has these words.</p>}
    </Modal>
  )
}
