import { Button } from '@mantine/core'
import { useContext } from 'react'
import { type KeyBinding, type KeyScope, scopeNames } from '#renderer/ui/keymap.ts'
import { keyWords } from '#renderer/ui/keys.tsx'
import { FindContext, isLookedFor } from './find-context.ts'
import { KeyRow } from './key-row.tsx'
import classes from './key-settings.module.css'
import { SettingSection } from './setting-row.tsx'
import { useKeyChanges } from './use-key-changes.ts'

/** Every shortcut, to be given other keys. A clash is told before it is made. */
export function KeySettings() {
  const editing = useKeyChanges()
  const find = useContext(FindContext)
  const shown = editing.bindings.filter((binding) => isLookedFor(find, wordsOf(binding)))
  const scopes = (Object.keys(scopeNames) as KeyScope[]).filter((scope) => shown.some((one) => one.scope === scope))
  return (
    <SettingSection title="Keyboard shortcuts">
      {shown.length > 0 && (
        <div className={classes.about}>
          <span>Click a key to give the command another one. “G then L” is pressed one after the other.</span>
          {editing.isAnyChanged && (
            <Button size="compact-sm" variant="default" onClick={editing.resetAll}>
              All as they came
            </Button>
          )}
        </div>
      )}
      {scopes.map((scope) => (
        <div key={scope}>
          <h3 className={classes.scope}>{scopeNames[scope]}</h3>
          <ul className={classes.list}>
            {shown
              .filter((binding) => binding.scope === scope)
              .map((binding) => (
                <KeyRow key={binding.id} binding={binding} editing={editing} />
              ))}
          </ul>
        </div>
      ))}
    </SettingSection>
  )
}

function wordsOf({ label, scope, keys }: KeyBinding): string {
  return `keyboard shortcuts keys ${scopeNames[scope]} ${label} ${keys.map(keyWords).join(' ')}`
}
