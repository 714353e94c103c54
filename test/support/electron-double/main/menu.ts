import type { MenuItemConstructorOptions, Menu as RealMenu } from 'electron'
import type { MenuEntry } from '../wire/messages.ts'
import { rawApp } from './app.ts'
import { getWindow, listWindows } from './browser-window.ts'
import { strict } from './strict.ts'
import { systemLog } from './system-log.ts'

const roles = new Set(
  `about appMenu close copy cut delete editMenu fileMenu forceReload front help hide hideOthers minimize paste
  pasteAndMatchStyle quit redo reload resetZoom selectAll services toggleDevTools togglefullscreen undo unhide
  viewMenu window windowMenu zoom zoomIn zoomOut`.split(/\s+/),
)
const modifiers = new Set(
  'Cmd Command Ctrl Control CmdOrCtrl CommandOrControl Alt Option AltGr Shift Super Meta'.split(' '),
)
const keys =
  /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|[-,./;'`[\]\\=]|Plus|Space|Tab|Enter|Escape|Delete|Backspace|Up|Down|Left|Right|Home|End|PageUp|PageDown)$/

let contextMenu: readonly MenuItemConstructorOptions[] = []

/** Chooses an item of the menu that was popped up last. */
export function chooseContextMenu(label: string): void {
  const found = contextMenu.find((item) => item.label === label)
  if (!found?.click) throw new Error(`electron double: no item ${label} in the context menu`)
  clickItem(found.click)
}

let applicationMenu: readonly MenuItemConstructorOptions[] = []

const menu = strict(
  'Menu',
  {
    buildFromTemplate: (template: MenuItemConstructorOptions[]): RealMenu => {
      check(template)
      const popup = () => {
        contextMenu = template
        systemLog.contextMenus.push(template.map(({ label, role, type }) => label ?? role ?? type ?? ''))
      }
      // Handed back to setApplicationMenu, or popped up.
      return Object.defineProperty([...template], 'popup', { value: popup }) as unknown as RealMenu
    },
    setApplicationMenu: (built: RealMenu | null): void => {
      applicationMenu = (built ?? []) as unknown as MenuItemConstructorOptions[] // what buildFromTemplate gave
    },
  } satisfies Partial<typeof RealMenu>,
  ['buildFromTemplate', 'setApplicationMenu'],
)

/** The double of Electron's Menu. */
export { menu as Menu }

function check(template: readonly MenuItemConstructorOptions[]): void {
  for (const item of template) {
    if (item.role !== undefined && !roles.has(item.role)) throw new Error(`Unknown role: ${item.role}`)
    if (!item.label && item.role === undefined && item.type !== 'separator')
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
    if (item.accelerator) checkAccelerator(item.accelerator)
    check(submenuOf(item))
  }
}

function checkAccelerator(accelerator: string): void {
  const parts = accelerator.split('+')
  const key = parts.pop() ?? ''
  if (!keys.test(key) || !parts.every((part) => modifiers.has(part)))
    throw new TypeError(`Error processing argument: conversion failure from ${accelerator}`)
}

function submenuOf(item: MenuItemConstructorOptions): readonly MenuItemConstructorOptions[] {
  return Array.isArray(item.submenu) ? item.submenu : []
}

/** The application menu as a test sees it. */
export function describeMenu(items = applicationMenu): MenuEntry[] {
  return items.map((item) => ({
    label: item.label ?? item.role ?? '',
    accelerator: String(item.accelerator ?? ''),
    submenu: describeMenu(submenuOf(item)),
  }))
}

/** Chooses an item by its labels or roles from the top; throws when there is none or the double can't do it. */
export function chooseMenu(path: readonly string[]): void {
  let items = applicationMenu
  let found: MenuItemConstructorOptions | undefined
  for (const name of path) {
    found = items.find((item) => item.label === name || item.role === name)
    if (found === undefined) throw new Error(`electron double: no menu item ${path.join(' > ')}`)
    items = submenuOf(found)
  }
  if (found?.enabled === false) throw new Error(`electron double: ${path.join(' > ')} is disabled`)
  if (found?.click) clickItem(found.click)
  else doRole(found?.role)
}

function clickItem(click: NonNullable<MenuItemConstructorOptions['click']>): void {
  const item = strict('MenuItem', {}, []) as Parameters<typeof click>[0] // whatever is read of it throws by name
  click(item, listWindows().at(-1)?.visible, {})
}

function doRole(role: MenuItemConstructorOptions['role']): void {
  const last = listWindows().at(-1)
  if (role === 'quit') rawApp.quit()
  else if (role === 'close' && last) getWindow(last.id).close()
  else throw new Error(`electron double: the role ${role} is not implemented`)
}
