import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconAppWindow,
  IconBarbell,
  IconBrackets,
  IconCalendarEvent,
  IconColumns2,
  IconFile,
  IconFileExport,
  IconFileText,
  IconFileTypePdf,
  IconLayoutSidebarRight,
  IconLayoutSidebarRightFilled,
  IconLink,
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
import { type MenuEntry, MoreMenu } from '#renderer/ui/page-title.tsx'
import type { Printing } from './print-sheet.tsx'
import classes from './reader-line.module.css'
import { canSavePdf } from './save-as-pdf.ts'

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
  readonly onPractise: () => void
  readonly onDeadline: () => void
  readonly onUpdateText: () => void
  readonly onExport: () => void
  readonly onExportAs: () => void
  readonly onFindNames: () => void
  /** Null for a text that came from no file. */
  readonly onOpenOriginal: (() => void) | null
  readonly onDelete: () => void
  readonly onPrint: (printing: Printing) => void
  readonly onBeside: () => void
  /** Takes this one of two articles away; null where it stands alone. */
  readonly onClose: (() => void) | null
  /** Opens this article in a window of its own. */
  readonly onWindow: () => void
  readonly onLink: () => void
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
              label: 'In a window of its own',
              onSelect: props.onWindow,
              icon: <IconAppWindow size={16} stroke={1.6} />,
            },
            { label: 'Copy a link to it', onSelect: props.onLink, icon: <IconLink size={16} stroke={1.6} /> },
            ...printEntries(props.onPrint),
            {
              label: 'Practise this article',
              onSelect: props.onPractise,
              icon: <IconBarbell size={16} stroke={1.6} />,
            },
            {
              label: 'Know this by a day',
              onSelect: props.onDeadline,
              icon: <IconCalendarEvent size={16} stroke={1.6} />,
            },
            {
              label: 'Update the text of this article',
              onSelect: props.onUpdateText,
              icon: <IconFileText size={16} stroke={1.6} />,
            },
            { label: 'Export as Markdown', onSelect: props.onExport, icon: <IconFileExport size={16} stroke={1.6} /> },
            {
              label: 'Export as…',
              onSelect: props.onExportAs,
              icon: <IconFileExport size={16} stroke={1.6} />,
            },
            { label: 'Find names again', onSelect: props.onFindNames, icon: <IconRefresh size={16} stroke={1.6} /> },
            ...(props.onOpenOriginal
              ? [
                  {
                    label: 'Open the original',
                    onSelect: props.onOpenOriginal,
                    icon: <IconFile size={16} stroke={1.6} />,
                  },
                ]
              : []),
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

/** A browser saves PDF files from its print dialog; the desktop app does so by itself. */
function printEntries(onPrint: ReaderLineProps['onPrint']): MenuEntry[] {
  const printer = <IconPrinter size={16} stroke={1.6} />
  const paper = canSavePdf() ? 'Print' : 'Print or save as PDF,'
  const printed: MenuEntry[] = [
    {
      label: `${paper} with marks and notes`,
      onSelect: () => onPrint({ withMarks: true, to: 'printer' }),
      icon: printer,
    },
    {
      label: canSavePdf() ? 'Print the text alone' : 'Print or save as PDF, the text alone',
      onSelect: () => onPrint({ withMarks: false, to: 'printer' }),
      icon: printer,
    },
  ]
  if (!canSavePdf()) return printed
  const file = <IconFileTypePdf size={16} stroke={1.6} />
  return [
    ...printed,
    { label: 'Save as PDF with marks…', onSelect: () => onPrint({ withMarks: true, to: 'pdf' }), icon: file },
    { label: 'Save the text alone as PDF…', onSelect: () => onPrint({ withMarks: false, to: 'pdf' }), icon: file },
  ]
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
