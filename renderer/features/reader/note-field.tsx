import { Textarea } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { isMacKeyboard } from '#renderer/ui/key-match.ts'
import { MarkdownView } from '#renderer/ui/markdown-view.tsx'
import classes from './note-field.module.css'

// Signs of Markdown. A hyphen in a word or a new line reads as typed and needs no second look.
const READS_OTHERWISE = /[*_`#[\]|~]|^\s*(?:>|[-+]|\d+[.)])\s|\bhttps?:/m

interface NoteFieldProps {
  readonly value: string
  readonly label: string
  readonly placeholder: string
  readonly autoFocus: boolean
  readonly onSave: (note: string) => void
  /** Called by mod+Enter, after saving. */
  readonly onDone?: () => void
}

/** A note in Markdown, with how it will read below. Saved when one leaves it: a note is one step to undo, not forty. */
export function NoteField({ value, label, placeholder, autoFocus, onSave, onDone }: NoteFieldProps) {
  const { draft, setDraft, save } = useSavedDraft(value, onSave)
  const previewId = useId()
  const field = useFocusAtEnd(autoFocus)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(isMacKeyboard() ? event.metaKey : event.ctrlKey)) return
    event.preventDefault()
    save()
    onDone?.()
  }
  return (
    <div className={classes.field}>
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={placeholder}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
        autosize
        minRows={2}
        maxRows={9}
        maxLength={100_000}
        classNames={{ input: classes.input ?? '' }}
        {...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {})}
      />
      {READS_OTHERWISE.test(draft) && (
        <section className={classes.preview} aria-labelledby={previewId}>
          <h3 id={previewId} className={classes.previewTitle}>
            As it will read
          </h3>
          <MarkdownView text={draft} />
        </section>
      )}
    </div>
  )
}

/** Where one comes to a note to write, one goes on writing it. */
function useFocusAtEnd(isWanted: boolean) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const { current } = field
    if (isWanted) current?.setSelectionRange(current.value.length, current.value.length)
  }, [isWanted])
  return field
}

/** What is typed, and its way to the library: on leaving the field, on leaving the screen, on closing the window. */
function useSavedDraft(value: string, onSave: (note: string) => void) {
  const [draft, setDraft] = useState(value)
  const latest = useRef({ draft, saved: value, onSave })
  useEffect(() => {
    // A change from elsewhere (undo, another window) shows, unless something else was typed in the meantime.
    if (latest.current.draft === latest.current.saved) setDraft(value)
    latest.current.saved = value
  }, [value])
  useEffect(() => {
    latest.current = { ...latest.current, draft, onSave }
  })
  const save = useRef(() => {
    const { draft, saved, onSave } = latest.current
    if (draft === saved) return
    latest.current.saved = draft
    onSave(draft)
  }).current
  useEffect(() => {
    window.addEventListener('pagehide', save)
    return () => {
      window.removeEventListener('pagehide', save)
      save()
    }
  }, [save])
  return { draft, setDraft, save }
}
