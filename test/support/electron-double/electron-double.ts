import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { BrowserSide, type Observations } from './browser-side.ts'
import { encode } from './wire/codec.ts'
import { Link, type LinkMessage } from './wire/link.ts'
import type { FromPage, MainSide, MainState, TestSide } from './wire/messages.ts'

/** What is run, and with what. */
export interface DoubleOptions {
  readonly browser: Browser
  /** The user-data folder; two runs with the same one are two starts of the same program. */
  readonly userData: string
  /** The program's entry, absolute or relative to the repository: the built bundle unless told otherwise. */
  readonly main?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '../../..')
const register = pathToFileURL(join(import.meta.dirname, 'register.ts')).href

/** A run of the program's main process in plain Node, with `electron` doubled and its windows in Chromium. */
export class ElectronDouble {
  /** Exit code, or null when it was killed. */
  readonly exit: Promise<number | null>
  /** Everything the program printed. */
  readonly output: string[] = []
  readonly seen: Observations
  readonly main: Pick<Link<MainSide, TestSide>, 'ask'>
  readonly #child: ChildProcess
  readonly #browserSide: BrowserSide
  readonly #firstPage: Promise<Page>

  constructor({ browser, userData, main = 'out/main/index.js', args = [], env = {} }: DoubleOptions) {
    this.#child = fork(resolve(root, main), [...args], {
      cwd: root,
      execArgv: ['--import', register],
      serialization: 'advanced',
      env: { ...process.env, NODE_OPTIONS: '', ...env, ELECTRON_DOUBLE_USER_DATA: userData },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const link = new Link<MainSide, TestSide>((message) => {
      // A main process that is just exiting must not raise EPIPE in the test.
      if (this.#child.connected) this.#child.send(message, () => {})
    })
    this.main = link
    this.#browserSide = new BrowserSide(browser, link)
    this.#firstPage = this.#browserSide.firstPage()
    this.seen = this.#browserSide
    this.exit = this.#watch(link)
  }

  /** The first window, once it has loaded; throws with what was printed when the program ends before that. */
  firstPage(): Promise<Page> {
    const early = this.exit.then((code) => {
      throw new Error(`the program ended (${code}) before it showed a window:\n${this.output.join('')}`)
    })
    return Promise.race([this.#firstPage, early])
  }

  /** The pages of the open windows, the oldest first. */
  pages(): Page[] {
    return this.#browserSide.pages()
  }

  state(): Promise<MainState> {
    return this.main.ask('state')
  }

  /** Chooses a menu item by its labels or roles from the top. */
  chooseMenu(...path: string[]): Promise<void> {
    return this.main.ask('chooseMenu', path)
  }

  /** Sends ports over `channel` as if a frame of the first window did; their other ends lie nowhere. */
  offerPorts(frame: { url: string; isMain: boolean }, channel: string, count: number): Promise<void> {
    const ports = Array.from({ length: count }, () => `offered-${randomUUID()}`)
    const message: FromPage = { kind: 'ipc', channel, args: [null], ports }
    return this.main.ask('fromPage', 1, frame, encode(message))
  }

  /** Sends a signal; SIGKILL by default. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.#child.kill(signal)
  }

  /** Quits as a person does and gives the exit code; a program that does not end in 5 s is killed and gives null. */
  async close(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      await this.main.ask('quit').catch(() => {}) // gone in the meantime
      const late = setTimeout(() => this.kill(), 5000)
      await this.exit
      clearTimeout(late)
    }
    await this.#browserSide.closeAll()
    return this.exit
  }

  #watch(link: Link<MainSide, TestSide>): Promise<number | null> {
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk: Buffer) => this.output.push(chunk.toString()))
    this.#child.on('message', (message) => link.receive(message as LinkMessage)) // only ever sent by the double
    return new Promise((answer) => {
      this.#child.once('exit', (code) => {
        link.end(new Error('the main process is gone'))
        answer(code)
      })
    })
  }
}
