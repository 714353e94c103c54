import type { Session } from 'electron'
import { strict } from './strict.ts'
import { systemLog } from './system-log.ts'

const members = [
  'setPermissionRequestHandler',
  'setPermissionCheckHandler',
  'setDevicePermissionHandler',
  'setSpellCheckerEnabled',
  'setSpellCheckerLanguages',
  'availableSpellCheckerLanguages',
  'addWordToSpellCheckerDictionary',
] as const

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]
type Permission = Parameters<NonNullable<RequestHandler>>[1]
type Contents = Parameters<NonNullable<RequestHandler>>[0]

class DoubleSession implements Pick<Session, (typeof members)[number]> {
  readonly availableSpellCheckerLanguages = ['de', 'en-GB', 'en-US', 'fr']
  #onRequest: RequestHandler = null
  #onCheck: CheckHandler = null

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#onRequest = handler
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#onCheck = handler
  }
  setDevicePermissionHandler(): void {
    // No device is ever asked for in the double's browser.
  }
  setSpellCheckerEnabled(isOn: boolean): void {
    systemLog.spelling.isOn = isOn
  }
  setSpellCheckerLanguages(languages: string[]): void {
    for (const code of languages)
      if (!this.availableSpellCheckerLanguages.includes(code)) throw new Error(`Invalid language code: ${code}`)
    systemLog.spelling.languages = languages
  }
  addWordToSpellCheckerDictionary(word: string): boolean {
    systemLog.copied.push(`dictionary: ${word}`)
    return true
  }
  /** What a page that asks is told. Without a handler Electron grants. */
  request(contents: Contents, permission: string): Promise<boolean> {
    const handler = this.#onRequest
    if (handler === null) return Promise.resolve(true)
    const details = { requestingUrl: contents.getURL(), isMainFrame: true }
    return new Promise((answer) => handler(contents, permission as Permission, answer, details)) // tests name real ones
  }
  /** What a page that looks is told. Without a handler Electron grants. */
  check(contents: Contents, permission: string): boolean {
    const details = { requestingUrl: contents.getURL(), isMainFrame: true }
    const origin = contents.getURL()
    return (
      this.#onCheck?.(contents, permission as Permission & Parameters<NonNullable<CheckHandler>>[1], origin, details) ??
      true
    )
  }
}

/** The default session with what the double alone may call. */
export const rawSession = new DoubleSession()

/** The double of Electron's session. */
export const session = strict('session', { defaultSession: strict('session.defaultSession', rawSession, members) }, [
  'defaultSession',
])
