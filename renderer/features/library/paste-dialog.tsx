import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react'
import { api, client } from '#renderer/client/api.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import type { AnchorCounts } from '#shared/contract/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import classes from './dialogs.module.css'
import type { PasteOutcome } from './use-pasted.ts'

interface PasteDialogProps {
  /** What was pasted; null keeps the dialog closed. */
  readonly text: string | null
  readonly onClose: () => void
  readonly onResult: (outcome: PasteOutcome) => void
}

interface Imported {
  readonly articleId: ArticleId
  readonly duplicateOf: ArticleId | null
  readonly marks?: AnchorCounts | undefined
}

const blank = { title: '', source: '', date: '', text: '' }

/** Imports a text from the clipboard, with what it can't say by itself. */
export function PasteDialog({ text, onClose, onResult }: PasteDialogProps) {
  const [fields, setFields] = useState(blank)
  const add = useMutation(api.article.importText.mutationOptions({ meta: { showsErrors: true } }))
  const fetchPage = useMutation(api.article.importAddress.mutationOptions({ meta: { showsErrors: true } }))
  const { reset } = add
  const { reset: resetFetch } = fetchPage
  useEffect(() => {
    if (text === null) return
    setFields({ ...blank, text })
    reset()
    resetFetch()
  }, [text, reset, resetFetch])
  const isAddress = /^https?:\/\/\S+$/i.test(fields.text.trim())
  const isBusy = add.isPending || fetchPage.isPending
  const error = isAddress ? fetchPage.error : add.error

  const onSuccess = async ({ articleId, duplicateOf, marks }: Imported) => {
    onClose()
    const { title: stored } = await client.article.get({ articleId: duplicateOf ?? articleId })
    onResult(outcomeOf(articleId, duplicateOf, marks, stored))
  }

  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (fields.text.trim() === '' || isBusy) return
    if (isAddress) {
      fetchPage.mutate({ url: fields.text.trim() }, { onSuccess })
      return
    }
    const { title, source, date } = fields
    const input = {
      text: fields.text,
      ...(title.trim() ? { title } : {}),
      ...(source.trim() ? { source } : {}),
      ...(date ? { date } : {}),
    }
    add.mutate(input, { onSuccess })
  }

  return (
    <Modal opened={text !== null} onClose={onClose} title="Paste a text or an address" size={640}>
      <form
        className={classes.form}
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
        }}
      >
        <Textarea
          label="Text"
          description="Or the address of a web page, which Dossier then fetches"
          rows={isAddress ? 2 : 10}
          required
          withAsterisk={false}
          data-autofocus
          value={fields.text}
          onChange={(event) => setFields({ ...fields, text: event.currentTarget.value })}
        />
        {!isAddress && <Facts fields={fields} onChange={setFields} />}
        {error && <Trouble error={error} />}
        <div className={classes.buttons}>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy} disabled={fields.text.trim() === ''}>
            {isAddress ? 'Fetch the page' : 'Add to the library'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

interface FactsProps {
  readonly fields: typeof blank
  readonly onChange: (fields: typeof blank) => void
}

/** What a text can't say by itself. */
function Facts({ fields, onChange }: FactsProps) {
  return (
    <>
      <TextInput
        label="Title"
        description="Taken from the text when left empty"
        value={fields.title}
        maxLength={1000}
        onChange={(event) => onChange({ ...fields, title: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          label="Source"
          placeholder="Newspaper, agency, site"
          value={fields.source}
          maxLength={500}
          onChange={(event) => onChange({ ...fields, source: event.currentTarget.value })}
        />
        <TextInput
          label="Date"
          type="date"
          value={fields.date}
          onChange={(event) => onChange({ ...fields, date: event.currentTarget.value })}
        />
      </div>
    </>
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

function outcomeOf(
  articleId: ArticleId,
  duplicateOf: ArticleId | null,
  marks: AnchorCounts | undefined,
  title: string,
): PasteOutcome {
  if (duplicateOf) return { kind: 'duplicate', duplicateOf, title }
  return marks ? { kind: 'changed', articleId, title, marks } : { kind: 'imported', articleId, title }
}
