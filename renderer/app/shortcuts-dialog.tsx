import { Modal } from '@mantine/core'
import { type KeyBinding, type KeyScope, keymap, scopeNames } from '#renderer/ui/keymap.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import classes from './shortcuts-dialog.module.css'

interface ShortcutsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

const bindings: readonly KeyBinding[] = keymap
const scopes = (Object.keys(scopeNames) as KeyScope[]).filter((scope) =>
  bindings.some((entry) => entry.scope === scope),
)

/** The keymap, as a table one can read. */
export function ShortcutsDialog({ opened, onClose }: ShortcutsDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size={760}>
      <div className={classes.columns}>
        {scopes.map((scope) => (
          <section key={scope} className={classes.scope}>
            <h3 className={classes.heading}>{scopeNames[scope]}</h3>
            <dl className={classes.list}>
              {bindings
                .filter((entry) => entry.scope === scope)
                .map((entry) => (
                  <div key={entry.id} className={classes.entry}>
                    <dt>{entry.label}</dt>
                    <dd className={classes.keys}>
                      {entry.keys.map((keys) => (
                        <Keys key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
