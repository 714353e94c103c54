import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react'
import { api, client } from '#renderer/client/api.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import classes from './dialogs.module.css'
import type { ImportResult } from './import-run.ts'

interface PasteDialogProps {
  /** What was pasted; null keeps the dialog closed. */
  readonly text: string | null
  readonly onClose: () => void
  readonly onResult: (result: ImportResult) => void
}

const blank = { title: '', source: '', date: '', text: '' }

/** Imports a text from the clipboard, with what it can't say by itself. */
export function PasteDialog({ text, onClose, onResult }: PasteDialogProps) {
  const [fields, setFields] = useState(blank)
  const add = useMutation(api.article.importText.mutationOptions({ meta: { showsErrors: true } }))
  const { reset } = add
  useEffect(() => {
    if (text === null) return
    setFields({ ...blank, text })
    reset()
  }, [text, reset])

  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (fields.text.trim() === '' || add.isPending) return
    const { title, source, date } = fields
    const input = {
      text: fields.text,
      ...(title.trim() ? { title } : {}),
      ...(source.trim() ? { source } : {}),
      ...(date ? { date } : {}),
    }
    add.mutate(input, {
      onSuccess: async ({ articleId, duplicateOf }) => {
        onClose()
        const { title: stored } = await client.article.get({ articleId: duplicateOf ?? articleId })
        const outcome = duplicateOf
          ? ({ kind: 'duplicate', duplicateOf, title: stored } as const)
          : ({ kind: 'imported', articleId, title: stored } as const)
        onResult({ type: 'result', name: stored, outcome })
      },
    })
  }

  return (
    <Modal opened={text !== null} onClose={onClose} title="Paste a text" size={640}>
      <form
        className={classes.form}
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
        }}
      >
        <Textarea
          label="Text"
          rows={10}
          required
          withAsterisk={false}
          data-autofocus
          value={fields.text}
          onChange={(event) => setFields({ ...fields, text: event.currentTarget.value })}
        />
        <TextInput
          label="Title"
          description="Taken from the text when left empty"
          value={fields.title}
          maxLength={1000}
          onChange={(event) => setFields({ ...fields, title: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <TextInput
            label="Source"
            placeholder="Newspaper, agency, site"
            value={fields.source}
            maxLength={500}
            onChange={(event) => setFields({ ...fields, source: event.currentTarget.value })}
          />
          <TextInput
            label="Date"
            type="date"
            value={fields.date}
            onChange={(event) => setFields({ ...fields, date: event.currentTarget.value })}
          />
        </div>
        {add.error && <Trouble error={add.error} />}
        <div className={classes.buttons}>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending} disabled={fields.text.trim() === ''}>
            Add to the library
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** What went wrong, in the dialog it went wrong in. */
export function Trouble({ error }: { readonly error: unknown }) {
  const words = describeError(error)
  return (
    <p className={classes.trouble} role="alert">
      {words.title}. {words.advice}
    </p>
  )
}
