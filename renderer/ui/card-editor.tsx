import { Button, SegmentedControl, Switch, TagsInput, Textarea } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { clozeNumbers, hasCloze, hideRange } from '#shared/domain/cloze.ts'
import classes from './card-editor.module.css'
import { CardAnswer, CardQuestion } from './card-face.tsx'
import { isMacKeyboard, matchesChord } from './key-match.ts'
import { Keys, keyWords } from './keys.tsx'
import { usePictures } from './pictures-context.tsx'
import { showErrorToast } from './toast.tsx'

/** What one writes on a card. */
export interface CardDraft {
  readonly kind: 'basic' | 'cloze'
  readonly front: string
  readonly back: string
  readonly tags: string[]
  /** Which part of what is written this card asks; see `WrittenCard`. */
  readonly part?: number
  /** A card in each direction. */
  readonly bothWays?: boolean
  /** Whether the answer is to be typed. */
  readonly typed?: boolean
}

/** A card nobody has written on. */
export const emptyDraft: CardDraft = { kind: 'basic', front: '', back: '', tags: [] }

const SAVE_KEYS = 'mod+enter'
const MORE_KEYS = 'mod+shift+enter'
const HIDE_KEYS = 'mod+shift+h'

/** Writes a card, with how it will look beside it. Saved by the button or mod+Enter, left by Escape. */
export function CardEditor(props: CardEditorProps) {
  const { initial, canChooseKind, canTag = true, tagNames, saveLabel, onSave, onSaveMore, onCancel } = props
  const [draft, setDraft] = useState(initial)
  const [isTried, setTried] = useState(false)
  const front = useRef<HTMLTextAreaElement>(null)
  const problem = problemOf(draft)
  const isCloze = draft.kind === 'cloze'
  const change = (part: Partial<CardDraft>) => setDraft((before) => ({ ...before, ...part }))
  const save = (keep: (draft: CardDraft) => void = onSave) => {
    setTried(true)
    if (!problem) keep({ ...draft, front: draft.front.trim() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && onCancel && !event.defaultPrevented) {
      event.stopPropagation()
      onCancel()
    }
    const isPressed = (keys: string) => matchesChord(event, keys, isMacKeyboard())
    if (isPressed(SAVE_KEYS)) {
      event.preventDefault()
      save()
    }
    if (onSaveMore && isPressed(MORE_KEYS)) {
      event.preventDefault()
      save(onSaveMore)
    }
    if (isCloze && isPressed(HIDE_KEYS)) {
      event.preventDefault()
      hideSelection()
    }
  }
  // Who writes gaps in the notation that Anki made known means a card of gaps.
  const writeFront = (front: string) => {
    const isNowCloze = canChooseKind && !hasCloze(draft.front) && hasCloze(front)
    change(isNowCloze ? { front, kind: 'cloze', bothWays: false } : { front })
  }
  const hideSelection = () => {
    const field = front.current
    if (!field) return
    change({ front: hideRange(field.value, field.selectionStart, field.selectionEnd) })
    field.focus()
  }
  const pictures = usePictures()
  const pasteInto = (side: 'front' | 'back') => (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const picture = [...event.clipboardData.files].find((file) => file.type.startsWith('image/'))
    if (!picture || !pictures) return
    event.preventDefault()
    const at = event.currentTarget.selectionStart
    pictures.add(picture).then((name) => {
      const words = `![](picture:${name})`
      setDraft((before) => ({ ...before, [side]: `${before[side].slice(0, at)}${words}${before[side].slice(at)}` }))
    }, showErrorToast)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for keys of the fields within, is no control itself
    <div className={classes.editor} onKeyDown={onKeyDown}>
      {canChooseKind && (
        <SegmentedControl
          aria-label="Kind of card"
          className={classes.kinds ?? ''}
          value={draft.bothWays ? 'both-ways' : draft.kind}
          onChange={(kind) => change({ kind: kind === 'cloze' ? 'cloze' : 'basic', bothWays: kind === 'both-ways' })}
          data={[
            { value: 'basic', label: 'Question and answer' },
            { value: 'both-ways', label: 'Both ways' },
            { value: 'cloze', label: 'Hidden words' },
          ]}
        />
      )}
      <Textarea
        ref={front}
        label={isCloze ? 'Text' : 'Question'}
        value={draft.front}
        onChange={(event) => writeFront(event.currentTarget.value)}
        onPaste={pasteInto('front')}
        error={isTried ? problem : null}
        autosize
        minRows={2}
        maxRows={12}
        data-autofocus
        autoFocus
      />
      {isCloze && <ClozeGroups front={draft.front} />}
      {isCloze && (
        <Button
          variant="default"
          size="xs"
          className={classes.hide ?? ''}
          onClick={hideSelection}
          rightSection={<Keys keys={HIDE_KEYS} />}
          aria-keyshortcuts={keyWords(HIDE_KEYS)}
        >
          Hide the selected words
        </Button>
      )}
      <Textarea
        label={isCloze ? 'Shown with the answer (optional)' : 'Answer'}
        value={draft.back}
        onChange={(event) => change({ back: event.currentTarget.value })}
        onPaste={pasteInto('back')}
        autosize
        minRows={2}
        maxRows={12}
      />
      <Switch
        label="The answer is typed"
        checked={draft.typed ?? false}
        onChange={(event) => change({ typed: event.currentTarget.checked })}
      />
      {canTag && (
        <TagsInput
          label="Tags"
          value={draft.tags}
          onChange={(tags) => change({ tags })}
          data={[...tagNames]}
          maxTags={50}
          splitChars={[',']}
          size="sm"
        />
      )}
      <Preview draft={draft} />
      <div className={classes.actions}>
        <Button onClick={() => save()} rightSection={<Keys keys={SAVE_KEYS} />} aria-keyshortcuts={keyWords(SAVE_KEYS)}>
          {saveLabel}
        </Button>
        {onSaveMore && (
          <Button
            variant="default"
            onClick={() => save(onSaveMore)}
            rightSection={<Keys keys={MORE_KEYS} />}
            aria-keyshortcuts={keyWords(MORE_KEYS)}
          >
            And another
          </Button>
        )}
        {onCancel && (
          <Button variant="subtle" color="gray" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  )
}

interface CardEditorProps {
  readonly initial: CardDraft
  readonly canChooseKind: boolean
  /** Whether it can be given tags; true without it. */
  readonly canTag?: boolean
  readonly tagNames: readonly string[]
  readonly saveLabel: string
  readonly onSave: (draft: CardDraft) => void
  /** Saves, and is ready for another card. */
  readonly onSaveMore?: (draft: CardDraft) => void
  readonly onCancel?: () => void
}

/** What several groups of gaps come to. */
function ClozeGroups({ front }: { front: string }) {
  const count = clozeNumbers(front).length
  if (count < 2) return null
  return (
    <p className={classes.groups} role="status">
      {count} cards: one for each number. Gaps of one number are hidden together; {'{{c1::word::hint}}'} shows a hint.
    </p>
  )
}

function Preview({ draft }: { draft: CardDraft }) {
  const id = useId()
  if (draft.front.trim() === '' && draft.back.trim() === '') return null
  return (
    <section className={classes.preview} aria-labelledby={id}>
      <p id={id} className={classes.previewTitle}>
        As it will look
      </p>
      <CardQuestion card={draft} />
      <hr />
      <CardAnswer card={draft} />
    </section>
  )
}

/** What is still missing, in words, or null. */
function problemOf({ kind, front, back }: CardDraft): string | null {
  if (front.trim() === '') return kind === 'cloze' ? 'Write the sentence first.' : 'Write the question first.'
  if (kind === 'cloze' && !hasCloze(front)) return 'Select the words to hide, then choose “Hide the selected words”.'
  if (kind === 'basic' && back.trim() === '') return 'A question needs an answer.'
  return null
}
