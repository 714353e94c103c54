import { Anchor, Modal } from '@mantine/core'
import { Link } from 'react-router'
import { useKeyBindings } from '#renderer/ui/key-bindings.ts'
import { type KeyScope, scopeNames } from '#renderer/ui/keymap.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import { routes } from '#shared/domain/routes.ts'
import classes from './shortcuts-dialog.module.css'

interface ShortcutsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

const allScopes = Object.keys(scopeNames) as KeyScope[]

/** The keymap as it is now, as a table one can read. */
export function ShortcutsDialog({ opened, onClose }: ShortcutsDialogProps) {
  const bindings = useKeyBindings()
  const scopes = allScopes.filter((scope) => bindings.some((entry) => entry.scope === scope))
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size={760}>
      <p className={classes.change}>
        <Anchor component={Link} to={`${routes.settings}?find=shortcuts`} onClick={onClose}>
          Change the keys in Settings
        </Anchor>
      </p>
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
                      {entry.keys.length === 0 && <span className={classes.none}>none</span>}
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
