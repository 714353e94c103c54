import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useDocumentTitle } from './document-title.ts'
import classes from './page-title.module.css'

/** An entry of a screen's menu. */
export interface MenuEntry {
  readonly label: string
  readonly onSelect: () => void
  readonly icon?: ReactNode
  readonly danger?: boolean
  readonly disabled?: boolean
}

interface PageTitleProps {
  readonly title: string
  /** A few quiet words beside the title: a count, a state. */
  readonly lead?: ReactNode
  /** At most three buttons. */
  readonly actions?: ReactNode
  /** What else can be done here. */
  readonly menu?: readonly MenuEntry[]
}

/** The one title line of a screen. Names the window too. */
export function PageTitle({ title, lead, actions, menu = [] }: PageTitleProps) {
  useDocumentTitle(title)
  return (
    <header className={classes.root}>
      <h1 className={classes.title}>{title}</h1>
      {lead && <span className={classes.lead}>{lead}</span>}
      <div className={classes.actions}>
        {actions}
        {menu.length > 0 && <MoreMenu entries={menu} label={`More in ${title}`} />}
      </div>
    </header>
  )
}

interface MoreMenuProps {
  readonly entries: readonly MenuEntry[]
  readonly label: string
}

/** The three dots with what is done rarely. */
export function MoreMenu({ entries, label }: MoreMenuProps) {
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={label}>
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map((entry) => (
          <Menu.Item
            key={entry.label}
            leftSection={entry.icon}
            onClick={entry.onSelect}
            disabled={entry.disabled ?? false}
            {...(entry.danger ? { color: 'red' } : {})}
          >
            {entry.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
