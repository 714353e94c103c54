import { Button, Modal, Select, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { formatCount } from '#renderer/ui/format.ts'
import type { NamedEntity } from '#renderer/ui/names-select.tsx'
import { showErrorToast, showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'
import type { AnnotationId, CategoryId } from '#shared/domain/ids.ts'
import classes from './bulk-dialog.module.css'
import { NamesField } from './names-field.tsx'

interface BulkDialogProps {
  /** The marks, asked for when something is done to them. */
  readonly find: () => Promise<readonly Annotation[]>
  readonly title: string
  readonly onClose: () => void
}

/** So many marks are changed at once. */
const MOST = 10_000

/** Changes many marks as one step. */
export function BulkDialog({ find, title, onClose }: BulkDialogProps) {
  const categories = useQuery(api.category.list.queryOptions()).data ?? []
  const tags = (useQuery(api.tag.list.queryOptions()).data ?? []).map(({ name }) => name)
  const [category, setCategory] = useState<string | null>(null)
  const [addTags, setAddTags] = useState<string[]>([])
  const [removeTags, setRemoveTags] = useState<string[]>([])
  const [addLinks, setAddLinks] = useState<readonly NamedEntity[]>([])
  const [removeLinks, setRemoveLinks] = useState<readonly NamedEntity[]>([])
  const [isBusy, setBusy] = useState(false)

  const run = async (words: string, act: (ids: AnnotationId[]) => Promise<unknown>) => {
    setBusy(true)
    try {
      const ids = (await find()).slice(0, MOST).map(({ id }) => id)
      if (ids.length === 0) return showToast('None of these marks is there any more.')
      await act(ids)
      onClose()
      showUndoToast(`${formatCount(ids.length, 'mark', 'marks')} ${words}`, await holdUndo())
    } catch (error) {
      showErrorToast(error)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The ids of this list are those of categories.
    const chosen = category ? { category: category as CategoryId } : {}
    void run('changed', (annotationIds) =>
      client.annotation.updateMany({
        annotationIds,
        ...chosen,
        addTags,
        removeTags,
        addEntityIds: addLinks.map(({ id }) => id),
        removeEntityIds: removeLinks.map(({ id }) => id),
      }),
    )
  }
  const changesNothing =
    category === null && [addTags, removeTags, addLinks, removeLinks].every((list) => list.length === 0)
  return (
    <Modal opened onClose={onClose} title={title} size={480}>
      <form className={classes.form} onSubmit={submit}>
        <Select
          label="Category"
          placeholder="As it is"
          data={categories.map(({ id, name }) => ({ value: id, label: name }))}
          value={category}
          onChange={setCategory}
          clearable
          data-autofocus
        />
        <TagsInput label="Add tags" data={tags} value={addTags} onChange={setAddTags} maxTags={50} splitChars={[',']} />
        <TagsInput
          label="Take tags away"
          data={tags}
          value={removeTags}
          onChange={setRemoveTags}
          maxTags={50}
          splitChars={[',']}
        />
        <NamesField label="Link to" chosen={addLinks} onChange={setAddLinks} />
        <NamesField label="Take links away" chosen={removeLinks} onChange={setRemoveLinks} />
        <div className={classes.buttons}>
          <Button
            variant="subtle"
            color="red"
            className={classes.delete ?? ''}
            disabled={isBusy}
            onClick={() => void run('deleted', (annotationIds) => client.annotation.remove({ annotationIds }))}
          >
            Delete them
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy} disabled={changesNothing}>
            Change them
          </Button>
        </div>
      </form>
    </Modal>
  )
}
