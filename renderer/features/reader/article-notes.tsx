import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconCards, IconLink, IconNote, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { MarkdownView } from '#renderer/ui/markdown-view.tsx'
import { NameLinks } from '#renderer/ui/name-links.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'
import classes from './article-notes.module.css'
import { LinkField } from './link-field.tsx'
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
  const [editing, setEditing] = useState<'note' | 'links' | null>(null)
  const close = () => {
    setEditing(null)
    onDone()
  }
  if (editing) return <NoteEditor note={note} focus={editing} onClose={close} />
  return (
    <div className={classes.note}>
      <MarkdownView text={note.note} />
      <NameLinks names={note.entities} />
      <NoteActions note={note} onEdit={setEditing} />
    </div>
  )
}

interface NoteEditorProps {
  readonly note: Annotation
  readonly focus: 'note' | 'links'
  readonly onClose: () => void
}

/** The words of a note and whom or what it is about. It closes when one leaves both. */
function NoteEditor({ note, focus, onClose }: NoteEditorProps) {
  const { marks } = useReader()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaves the fields within by Escape, is no control itself
    <div
      className={classes.field}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose()
      }}
      onKeyDown={(event) => {
        // With a list open, the first Escape closes that.
        const isListOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
        if (event.key === 'Escape' && !isListOpen) onClose()
      }}
    >
      <NoteField
        value={note.note}
        label="Note on the whole article"
        placeholder="Write a note. Markdown works."
        autoFocus={focus === 'note'}
        onSave={(text) => void marks.update(note.id, { note: text })}
        onDone={onClose}
      />
      <LinkField
        mark={note}
        autoFocus={focus === 'links'}
        onChange={(entities) => void marks.update(note.id, { entities })}
      />
    </div>
  )
}

function NoteActions({ note, onEdit }: { note: Annotation; onEdit: (what: 'note' | 'links') => void }) {
  const { removeMark, cardFromMark } = useReader()
  const icon = { size: 16, stroke: 1.6 } as const
  return (
    <div className={classes.actions}>
      <Tooltip label="Edit the note">
        <ActionIcon aria-label="Edit the note" size={28} onClick={() => onEdit('note')}>
          <IconPencil {...icon} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Link the note to names">
        <ActionIcon aria-label="Link the note to names" size={28} onClick={() => onEdit('links')}>
          <IconLink {...icon} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Make a card of the note">
        <ActionIcon aria-label="Make a card of the note" size={28} onClick={() => cardFromMark(note)}>
          <IconCards {...icon} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Delete the note">
        <ActionIcon aria-label="Delete the note" size={28} onClick={() => removeMark(note)}>
          <IconTrash {...icon} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
