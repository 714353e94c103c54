import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconNote, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { MarkdownView } from '#renderer/ui/markdown-view.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'
import classes from './article-notes.module.css'
import { NoteField } from './note-field.tsx'
import { isArticleNote } from './pending-marks.ts'
import { useReader } from './reader-context.tsx'

/** Notes on the article as a whole. */
export function ArticleNotes({ isWriting, onDone }: { isWriting: boolean; onDone: () => void }) {
  const { marks } = useReader()
  const [isNew, setNew] = useState(false)
  const notes = marks.all.filter(isArticleNote)
  const close = () => {
    setNew(false)
    onDone()
  }
  const add = (note: string) => {
    const [category] = marks.categories
    if (note.trim() !== '' && category) marks.add(null, category, note)
    close()
  }
  return (
    <section className={classes.notes} aria-label="Notes on the whole article">
      {notes.map((note) => (
        <ArticleNote key={note.id} note={note} onDone={onDone} />
      ))}
      {isNew || isWriting ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: leaves the field within by Escape, is no control itself
        <div
          className={classes.field}
          onBlur={close}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
          }}
        >
          <NoteField
            value=""
            label="Note on the whole article"
            placeholder="What is this article about, to you? Markdown works."
            autoFocus
            onSave={add}
            onDone={close}
          />
        </div>
      ) : (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconNote size={16} stroke={1.6} />}
          onClick={() => setNew(true)}
        >
          Note on the whole article
        </Button>
      )}
    </section>
  )
}

function ArticleNote({ note, onDone }: { note: Annotation; onDone: () => void }) {
  const { marks, removeMark } = useReader()
  const [isEditing, setEditing] = useState(false)
  const close = () => {
    setEditing(false)
    onDone()
  }
  if (isEditing) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: leaves the field within by Escape, is no control itself
      <div
        className={classes.field}
        onBlur={close}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
      >
        <NoteField
          value={note.note}
          label="Note on the whole article"
          placeholder="Write a note. Markdown works."
          autoFocus
          onSave={(text) => void marks.update(note.id, { note: text })}
          onDone={close}
        />
      </div>
    )
  }
  return (
    <div className={classes.note}>
      <MarkdownView text={note.note} />
      <div className={classes.actions}>
        <Tooltip label="Edit the note">
          <ActionIcon aria-label="Edit the note" size={28} onClick={() => setEditing(true)}>
            <IconPencil size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Delete the note">
          <ActionIcon aria-label="Delete the note" size={28} onClick={() => removeMark(note)}>
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  )
}
