import { existsSync } from 'node:fs'
import type { Session, WebContents, WebFrameMain } from 'electron'
import { decode, encode } from '../wire/codec.ts'
import type { FromPage, ToPage } from '../wire/messages.ts'
import { emitIpc } from './ipc-main.ts'
import { PortBridge } from './port-bridge.ts'
import { cloneForSending, portForEnd, takeEnds } from './ports.ts'
import { session } from './session.ts'
import { RefusableEvent, StrictEmitter, strict } from './strict.ts'
import { systemLog } from './system-log.ts'
import { testLink } from './test-link.ts'

const members = [
  'id',
  'getURL',
  'isDestroyed',
  'send',
  'postMessage',
  'executeJavaScript',
  'setWindowOpenHandler',
  'printToPDF',
  'session',
  'replaceMisspelling',
  'reload',
  'startDrag',
] as const

const events = [
  'context-menu',
  'did-finish-load',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
]

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

/** The contents of one window, with what the double alone may call. */
export class DoubleContents extends StrictEmitter implements Pick<WebContents, (typeof members)[number]> {
  readonly id: number
  readonly ports: PortBridge
  readonly visible: WebContents
  readonly session = session.defaultSession as unknown as Session // has what the double of the session lists
  url = ''
  #isDestroyed = false
  #onOpen: OpenHandler = () => ({ action: 'allow' })

  constructor(id: number) {
    super('webContents', events)
    this.id = id
    this.ports = new PortBridge((message) => this.tellPage(message))
    // The double has what `members` lists, checked by `implements`.
    this.visible = strict('webContents', this, members) as unknown as WebContents
  }
  getURL(): string {
    return this.url
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  replaceMisspelling(word: string): void {
    systemLog.copied.push(`spelling: ${word}`)
  }
  startDrag({ file, icon }: Electron.Item): void {
    if (typeof icon === 'string' || file === undefined || !existsSync(file)) throw new Error('nothing to drag')
    systemLog.dragged.push(file)
  }
  reload(): void {
    testLink.ask('load', this.id, this.url).catch(() => {})
  }
  send(channel: string, ...args: unknown[]): void {
    this.tellPage({ kind: 'ipc', channel, args: args.map(cloneForSending), ports: [] })
  }
  postMessage(channel: string, message: unknown, transfer: object[] = []): void {
    const ports = takeEnds(transfer, null).map((end) => this.ports.give(end))
    this.tellPage({ kind: 'ipc', channel, args: [cloneForSending(message)], ports })
  }
  executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return testLink.ask('evaluate', this.id, code, userGesture)
  }
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { printBackground = false, preferCSSPageSize = false } = options
    return Buffer.from(await testLink.ask('pdf', this.id, { printBackground, preferCSSPageSize }))
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#onOpen = handler
  }
  tellPage(message: ToPage): void {
    if (this.#isDestroyed) return
    // A page that goes while it is spoken to hears nothing, as in Electron.
    testLink.ask('toPage', this.id, encode(message)).catch(() => {})
  }
  hear(frame: { url: string; isMain: boolean }, encoded: string): void {
    const message = decode(encoded) as FromPage // written by the shim in the page
    if (message.kind === 'document')
      this.ports.closeAll() // the ports of the document that was here before are gone with it
    else if (message.kind === 'ipc') this.#hearIpc(frame, message)
    else if (message.kind === 'port-close') this.ports.close(message.port)
    else
      this.ports.deliver(message.port, { data: message.data, ends: message.ports.map((id) => this.ports.receive(id)) })
  }
  askOpen(url: string): 'allow' | 'deny' {
    const referrer = { url: this.url, policy: 'no-referrer' } as const
    return this.#onOpen({ url, frameName: '', features: '', disposition: 'foreground-tab', referrer }).action
  }
  /** Whether a listener refused to leave for `url`. */
  askNavigate(url: string, isMainFrame: boolean): boolean {
    const question = Object.assign(new RefusableEvent(), { url, isMainFrame, isSameDocument: false, frame: null })
    this.emit('will-frame-navigate', question)
    if (isMainFrame && !question.defaultPrevented) this.emit('will-navigate', question, url)
    return question.defaultPrevented
  }
  destroy(): void {
    this.#isDestroyed = true
    this.ports.closeAll()
  }
  #hearIpc(frame: { url: string; isMain: boolean }, message: FromPage & { kind: 'ipc' }): void {
    const event = {
      type: 'frame',
      sender: this.visible,
      senderFrame: strict('senderFrame', frameOf(frame), ['url', 'origin', 'parent']),
      ports: message.ports.map((id) => portForEnd(this.ports.receive(id))),
    }
    emitIpc(message.channel, strict('event', event, ['type', 'sender', 'senderFrame', 'ports']), message.args)
  }
}

function frameOf(frame: { url: string; isMain: boolean }): Pick<WebFrameMain, 'url' | 'origin' | 'parent'> {
  const { protocol, host } = new URL(frame.url)
  const top = { url: '', origin: '', parent: null } as unknown as WebFrameMain // never looked into, only told from null
  return { url: frame.url, origin: `${protocol}//${host}`, parent: frame.isMain ? null : top }
}
