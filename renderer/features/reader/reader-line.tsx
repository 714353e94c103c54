import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconBrackets,
  IconColumns2,
  IconFileExport,
  IconFileText,
  IconLayoutSidebarRight,
  IconLayoutSidebarRightFilled,
  IconNote,
  IconPrinter,
  IconRefresh,
  IconSearch,
  IconTrash,
  IconUserSearch,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CommandId } from '#renderer/ui/keymap.ts'
import { keysOf } from '#renderer/ui/keys.tsx'
import { MoreMenu } from '#renderer/ui/page-title.tsx'
import classes from './reader-line.module.css'

interface ReaderLineProps {
  readonly title: string
  /** Whether the title has scrolled away, so that it is shown here. */
  readonly isTitleShown: boolean
  /** Whether one is reading on: everything here steps back. */
  readonly isQuiet: boolean
  readonly areNamesShown: boolean
  readonly isPanelOpen: boolean
  readonly onFind: () => void
  readonly onNames: () => void
  readonly onPanel: () => void
  readonly onArticleNote: () => void
  readonly onUpdateText: () => void
  readonly onExport: () => void
  readonly onFindNames: () => void
  readonly onDelete: () => void
  readonly onPrint: (withMarks: boolean) => void
  readonly onBeside: () => void
  /** Takes this one of two articles away; null where it stands alone. */
  readonly onClose: (() => void) | null
  /** What else stands in the line: outline, look. */
  readonly children: ReactNode
}

/** The one line over the text: what I read, and what I can do here. */
export function ReaderLine(props: ReaderLineProps) {
  const { title, isTitleShown, isQuiet, areNamesShown, isPanelOpen } = props
  const icon = { size: 18, stroke: 1.6 } as const
  return (
    <div className={classes.line} data-quiet={isQuiet}>
      <span className={classes.title} data-shown={isTitleShown} aria-hidden="true">
        {title}
      </span>
      <div className={classes.actions}>
        <LineButton label="Find in the article" command="reader.find" onClick={props.onFind}>
          <IconSearch {...icon} />
        </LineButton>
        {props.children}
        <LineButton
          label="People, groups, places and figures"
          command="reader.names"
          isOn={areNamesShown}
          onClick={props.onNames}
        >
          {areNamesShown ? <IconUserSearch {...icon} /> : <IconBrackets {...icon} />}
        </LineButton>
        <LineButton label="Side panel" command="reader.panel" isOn={isPanelOpen} onClick={props.onPanel}>
          {isPanelOpen ? <IconLayoutSidebarRightFilled {...icon} /> : <IconLayoutSidebarRight {...icon} />}
        </LineButton>
        <MoreMenu
          label="More for this article"
          entries={[
            {
              label: 'Note on the whole article',
              onSelect: props.onArticleNote,
              icon: <IconNote size={16} stroke={1.6} />,
            },
            {
              label: props.onClose ? 'Another article beside it' : 'An article beside it',
              onSelect: props.onBeside,
              icon: <IconColumns2 size={16} stroke={1.6} />,
            },
            {
              label: 'Print with marks and notes',
              onSelect: () => props.onPrint(true),
              icon: <IconPrinter size={16} stroke={1.6} />,
            },
            {
              label: 'Print the text alone',
              onSelect: () => props.onPrint(false),
              icon: <IconPrinter size={16} stroke={1.6} />,
            },
            {
              label: 'Update the text of this article',
              onSelect: props.onUpdateText,
              icon: <IconFileText size={16} stroke={1.6} />,
            },
            { label: 'Export as Markdown', onSelect: props.onExport, icon: <IconFileExport size={16} stroke={1.6} /> },
            { label: 'Find names again', onSelect: props.onFindNames, icon: <IconRefresh size={16} stroke={1.6} /> },
            {
              label: 'Delete the article',
              onSelect: props.onDelete,
              icon: <IconTrash size={16} stroke={1.6} />,
              danger: true,
            },
          ]}
        />
        {props.onClose && (
          <Tooltip label="Close this one">
            <ActionIcon aria-label="Close this one" className={classes.action ?? ''} onClick={props.onClose}>
              <IconX {...icon} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </div>
  )
}

interface LineButtonProps {
  readonly label: string
  readonly command: CommandId
  readonly onClick: () => void
  readonly children: ReactNode
  readonly isOn?: boolean
}

function LineButton({ label, command, onClick, children, isOn }: LineButtonProps) {
  return (
    <Tooltip label={`${label} · ${keysOf(command)}`}>
      <ActionIcon
        aria-label={label}
        onClick={onClick}
        mod={{ on: isOn ?? false }}
        className={classes.action ?? ''}
        {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
