import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import type { ArticleSummary } from '#shared/contract/article.ts'
import classes from './dialogs.module.css'
import { Trouble } from './paste-dialog.tsx'

interface EditDialogProps {
  /** The article to correct; null keeps the dialog closed. */
  readonly article: ArticleSummary | null
  readonly onClose: () => void
}

/** Corrects what the importer read off the file. */
export function EditDialog({ article, onClose }: EditDialogProps) {
  return (
    <Modal opened={article !== null} onClose={onClose} title="Details of the article" size={560}>
      {article && <EditForm key={article.id} article={article} onClose={onClose} />}
    </Modal>
  )
}

function EditForm({ article, onClose }: { readonly article: ArticleSummary; readonly onClose: () => void }) {
  const [title, setTitle] = useState(article.title)
  const [source, setSource] = useState(article.source ?? '')
  const [byline, setByline] = useState(article.byline ?? '')
  const [date, setDate] = useState(article.publishedOn ?? '')
  const [url, setUrl] = useState(article.url ?? '')
  const save = useMutation(
    api.article.update.mutationOptions({
      meta: { showsErrors: true },
      onSuccess: () => {
        onClose()
        showToast('Details saved')
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    save.mutate({
      articleId: article.id,
      title,
      source: source.trim() || null,
      byline: byline.trim() || null,
      publishedOn: date || null,
      url: url.trim() || null,
    })
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label="Title"
        required
        withAsterisk={false}
        maxLength={1000}
        data-autofocus
        value={title}
        error={title.trim() === '' ? 'An article needs a title' : null}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <TextInput
          label="Source"
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <TextInput label="Date" type="date" value={date} onChange={(event) => setDate(event.currentTarget.value)} />
      </div>
      <TextInput
        label="Author"
        maxLength={500}
        value={byline}
        onChange={(event) => setByline(event.currentTarget.value)}
      />
      <TextInput
        label="Address"
        description="Where it was published, for citing"
        maxLength={2000}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      {save.error && <Trouble error={save.error} />}
      <div className={classes.buttons}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}
