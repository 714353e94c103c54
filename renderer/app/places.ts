import {
  IconBarbell,
  IconBooks,
  IconCards,
  IconChartBar,
  IconFolders,
  IconHighlight,
  IconListNumbers,
  IconRepeat,
  type TablerIcon,
} from '@tabler/icons-react'
import type { CommandId } from '#renderer/ui/keymap.ts'
import { routes } from '#shared/domain/routes.ts'

/** A place of the left rail. */
export interface Place {
  readonly path: string
  readonly label: string
  readonly icon: TablerIcon
  readonly command: CommandId
  /** Other addresses that belong to it. */
  readonly also?: readonly string[]
}

/** The rooms in the order one works: read, look up, learn. */
export const places: readonly Place[] = [
  {
    path: routes.library,
    label: 'Library',
    icon: IconBooks,
    command: 'go-library',
    also: ['/article/', '/duplicates'],
  },
  { path: routes.dossiers, label: 'Dossiers', icon: IconFolders, command: 'go-dossiers', also: ['/dossier'] },
  { path: routes.figures, label: 'Figures', icon: IconListNumbers, command: 'go-figures' },
  { path: routes.cards, label: 'Cards', icon: IconCards, command: 'go-cards' },
  { path: routes.review, label: 'Review', icon: IconRepeat, command: 'go-review' },
  { path: routes.practice, label: 'Practice', icon: IconBarbell, command: 'go-practice' },
  { path: routes.marks, label: 'Marks', icon: IconHighlight, command: 'go-marks', also: ['/repair'] },
  { path: routes.statistics, label: 'Statistics', icon: IconChartBar, command: 'go-statistics' },
]
