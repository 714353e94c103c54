import { ActionIcon, Button, TagsInput, Tooltip } from '@mantine/core'
import { IconCards, IconCopy, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { MovedBadge } from '#renderer/ui/moved-badge.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'
import { CategoryKeys } from './category-keys.tsx'
import { LinkField } from './link-field.tsx'
import classes from './mark-editor.module.css'
import { NoteField } from './note-field.tsx'
import { categoryOf, useReader } from './reader-context.tsx'

interface MarkEditorProps {
  readonly mark: Annotation
  readonly focus: 'note' | 'links' | null
  readonly onDone: () => void
}

/** Everything one can do with a mark: its category, note, tags and links, a card from it, away with it. */
export function MarkEditor({ mark, focus, onDone }: MarkEditorProps) {
  const { marks, removeMark, cardFromMark, copy } = useReader()
  const tags = useQuery(api.tag.list.queryOptions()).data ?? []
  const category = categoryOf(mark, marks.categories)
  return (
    <div className={classes.editor}>
      <div className={classes.categories}>
        <CategoryKeys
          categories={marks.categories}
          chosenId={mark.categoryId ?? ''}
          onChoose={(next) => void marks.update(mark.id, { categoryId: next.id })}
          verb="Change to"
          holdsFocus={focus === null}
        />
      </div>
      <p className={classes.name}>
        {category?.name ?? 'Without a category'} <MovedBadge mark={mark} />
      </p>
      <NoteField
        value={mark.note}
        label="Note"
        placeholder="Write a note. Markdown works."
        autoFocus={focus === 'note'}
        onSave={(note) => void marks.update(mark.id, { note })}
        onDone={onDone}
      />
      <TagsInput
        aria-label="Tags"
        placeholder={mark.tags.length === 0 ? 'Tags' : ''}
        value={mark.tags}
        onChange={(next) => void marks.update(mark.id, { tags: next })}
        data={tags.map((tag) => tag.name)}
        maxTags={50}
        splitChars={[',']}
        size="sm"
        comboboxProps={{ withinPortal: false }}
      />
      <LinkField
        mark={mark}
        autoFocus={focus === 'links'}
        onChange={(entities) => void marks.update(mark.id, { entities })}
      />
      <div className={classes.actions}>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconCards size={16} stroke={1.6} />}
          onClick={() => cardFromMark(mark)}
        >
          Make a card
        </Button>
        <Tooltip label="Copy with source">
          <ActionIcon aria-label="Copy with source" onClick={() => copy(mark.quote)}>
            <IconCopy size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Delete the mark">
          <ActionIcon aria-label="Delete the mark" className={classes.delete ?? ''} onClick={() => removeMark(mark)}>
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  )
}
