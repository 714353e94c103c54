import type { Session } from 'electron'
import { isOwnUrl } from './page-origin.ts'

// Copying a passage writes text to the clipboard. Nothing else that the page does needs to be permitted.
const permitted = 'clipboard-sanitized-write'

/** Refuses camera, location, notifications and the rest, both when asked for and when looked up. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, callback) => {
    callback(permission === permitted && isOwnUrl(contents.getURL()))
  })
  session.setPermissionCheckHandler((contents, permission) => {
    return permission === permitted && contents !== null && isOwnUrl(contents.getURL())
  })
  session.setDevicePermissionHandler(() => false)
}
