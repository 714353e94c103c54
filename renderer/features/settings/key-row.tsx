import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPlus, IconRotate } from '@tabler/icons-react'
import { isKeptBySystem } from '#renderer/ui/key-clashes.ts'
import { type KeyBinding, scopeNames } from '#renderer/ui/keymap.ts'
import { Keys, keyCaps, keyWords } from '#renderer/ui/keys.tsx'
import { KeyCapture } from './key-capture.tsx'
import classes from './key-settings.module.css'
import type { KeyEditing, RefusedKeys } from './use-key-changes.ts'

/** One command and its keys, each a button that waits for another. */
export function KeyRow({ binding, editing }: { readonly binding: KeyBinding; readonly editing: KeyEditing }) {
  const { id, label, keys } = binding
  const { waiting, refused } = editing
  const added = keys.length
  const capture = (place: number) => (
    <KeyCapture
      key={place}
      label={label}
      onKeys={(pressed) => editing.press({ id, place }, pressed)}
      onCancel={() => editing.wait(null)}
      {...(keys[place] ? { onRemove: () => editing.drop(binding, keys[place] ?? '') } : {})}
    />
  )
  const isWaiting = (place: number) => waiting?.id === id && waiting.place === place
  return (
    <li className={classes.row} data-setting>
      <span className={classes.label}>{label}</span>
      <span className={classes.keys}>
        {keys.map((own, place) =>
          isWaiting(place) ? (
            capture(place)
          ) : (
            <button
              key={place}
              type="button"
              className={classes.key}
              aria-label={`${label}: ${own === '' ? 'none' : keyCaps(own)}. Change it`}
              onClick={() => editing.wait({ id, place })}
            >
              {own === '' ? <span className={classes.empty}>none</span> : <Keys keys={own} />}
            </button>
          ),
        )}
        {isWaiting(added) && capture(added)}
        {!binding.hasPlaces && !isWaiting(added) && (
          <Tooltip label={keys.length === 0 ? 'Give it a key' : 'Give it another key'}>
            <ActionIcon
              size={26}
              aria-label={`${label}: add a key`}
              className={classes.add ?? ''}
              onClick={() => editing.wait({ id, place: added })}
            >
              <IconPlus size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        {editing.isChanged(id) && (
          <Tooltip label="As it came">
            <ActionIcon size={26} aria-label={`${label}: keys as they came`} onClick={() => editing.reset(id)}>
              <IconRotate size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </span>
      {refused?.id === id && <Refusal refused={refused} editing={editing} />}
    </li>
  )
}

function Refusal({ refused, editing }: { readonly refused: RefusedKeys; readonly editing: KeyEditing }) {
  const isKept = isKeptBySystem(refused.keys)
  const others = refused.clashes.map(({ label, scope }) => `“${label}” (${scopeNames[scope]})`).join(' and ')
  return (
    <div className={classes.refusal} role="alert">
      <span>
        {isKept
          ? `${keyWords(refused.keys)} never gets here: the browser or the system keeps it. Choose other keys.`
          : `${keyWords(refused.keys)} is taken by ${others}.`}
      </span>
      <span className={classes.choices}>
        {!isKept && (
          <Button size="compact-sm" variant="default" autoFocus onClick={() => editing.takeOver(refused)}>
            Take it over
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          autoFocus={isKept}
          onClick={() => editing.wait({ id: refused.id, place: refused.place })}
        >
          Other keys
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={editing.leave}>
          Leave it
        </Button>
      </span>
    </div>
  )
}
