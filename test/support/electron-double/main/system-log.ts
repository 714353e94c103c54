import type { SystemState } from '../wire/messages.ts'

/** What the program had the system do. */
export const systemLog: SystemState = {
  externalLinks: [],
  errorBoxes: [],
  questions: [],
  offeredNames: [],
  badgeCount: 0,
  overlay: '',
  dragged: [],
  recentDocuments: [],
  protocols: [],
  relaunches: 0,
  openedPaths: [],
  notifications: [],
  contextMenus: [],
  copied: [],
  spelling: { isOn: true, languages: [] },
}
