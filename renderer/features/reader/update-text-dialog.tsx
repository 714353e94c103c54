import { Button, FileButton, Modal, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { api, client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { anchorWords } from '#renderer/ui/anchor-words.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import { showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { AnchorCounts, Article } from '#shared/contract/article.ts'
import { repairPath } from '#shared/domain/routes.ts'
import classes from './update-text-dialog.module.css'

interface UpdateTextDialogProps {
  readonly article: Article
  readonly onClose: () => void
}

interface Updated {
  readonly changed: boolean
  readonly marks: AnchorCounts
}

/** Takes another text for the article, pasted or from a file; its marks follow. */
export function UpdateTextDialog({ article, onClose }: UpdateTextDialogProps) {
  const [text, setText] = useState('')
  const { trouble, isBusy, update } = useUpdate(article, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') void update(() => client.article.updateText({ articleId: article.id, text }))
  }
  const takeFile = (file: File | null) => {
    if (file) void update(() => client.article.updateFromFile({ articleId: article.id, file }))
  }
  return (
    <Modal opened onClose={onClose} title="Update the text of this article" size={640}>
      <form className={classes.form} onSubmit={submit}>
        <Textarea
          label="New text"
          description="Marks, notes and cards follow it. Those whose passage is not surely found wait for you."
          rows={12}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {trouble && (
          <p className={classes.trouble} role="alert">
            {trouble}
          </p>
        )}
        <div className={classes.buttons}>
          <FileButton onChange={takeFile}>
            {(props) => (
              <Button {...props} variant="default" className={classes.file ?? ''} disabled={isBusy}>
                Take it from a file
              </Button>
            )}
          </FileButton>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy} disabled={text.trim() === ''}>
            Update the text
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function useUpdate(article: Article, onClose: () => void) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const update = async (send: () => Promise<Updated>) => {
    setBusy(true)
    setTrouble(null)
    try {
      const { changed, marks } = await send()
      await queries.invalidateQueries({ queryKey: api.article.get.key() })
      onClose()
      if (!changed) return showToast('The text is the same as before.')
      showUndoToast(`The text is new. ${anchorWords(marks)}`, await holdUndo())
      if (marks.unsure + marks.lost > 0) void navigate(repairPath(article.id))
    } catch (error) {
      setTrouble(troubleWords(error))
    } finally {
      setBusy(false)
    }
  }
  return { trouble, isBusy, update }
}

function troubleWords(error: unknown): string {
  const { title, advice } = describeError(error)
  return `${title}. ${advice}`
}
