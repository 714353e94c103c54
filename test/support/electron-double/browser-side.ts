import type { Browser, BrowserContext, CDPSession, Page, Request, Route } from '@playwright/test'
import { bundlePreloadShim } from './bundle.ts'
import type { Link } from './wire/link.ts'
import type { MainSide, TestSide, WindowRequest } from './wire/messages.ts'

interface Window {
  readonly id: number
  readonly page: Page
  readonly context: BrowserContext
  readonly session: CDPSession
  /** Whether the main process itself is loading a page, which it need not be asked about. */
  isLoading: boolean
}

/** What a test may look at after a run. */
export interface Observations {
  /** Requests that wanted to leave the app; there must be none. */
  readonly outside: string[]
  /** Errors and warnings of the pages' consoles. */
  readonly consoleProblems: string[]
}

// Chromium knows no `app:`; its pages are shown to it under a name that leads nowhere.
const webSuffix = '.electron-double.invalid'
const toWeb = (url: string): string => url.replace(/^([a-z]+):\/\/([^/]+)/, `https://$1--$2${webSuffix}`)
const toApp = (url: string): string => url.replace(/^https:\/\/([a-z]+)--([^/]+)\.electron-double\.invalid/, '$1://$2')
const isApp = (url: string): boolean => new URL(url).hostname.endsWith(webSuffix)

/** The windows of one run of the double: a browser page each. */
export class BrowserSide implements Observations {
  readonly outside: string[] = []
  readonly consoleProblems: string[] = []
  readonly #browser: Browser
  readonly #main: Link<MainSide, TestSide>
  readonly #windows = new Map<number, Window>()
  readonly #loaded: ((page: Page) => void)[] = []

  constructor(browser: Browser, main: Link<MainSide, TestSide>) {
    this.#browser = browser
    this.#main = main
    main.serve({
      openWindow: (id: number, request: WindowRequest) => this.#open(id, request),
      load: (id: number, url: string) => this.#load(id, url),
      closeWindow: (id: number) => this.#close(id),
      toPage: (id: number, encoded: string) => this.#toPage(id, encoded),
      pdf: (id: number, options: { printBackground: boolean; preferCSSPageSize: boolean }) =>
        this.#windows.get(id)?.page.pdf(options),
      evaluate: (id: number, code: string, gesture: boolean) => this.#evaluate(id, code, gesture),
    })
  }

  /** The first window that has loaded its page. */
  firstPage(): Promise<Page> {
    return new Promise((answer) => {
      this.#loaded.push(answer)
    })
  }

  /** The pages of the open windows, the oldest first. */
  pages(): Page[] {
    return [...this.#windows.values()].map(({ page }) => page)
  }

  async closeAll(): Promise<void> {
    for (const { context } of this.#windows.values()) await context.close()
    this.#windows.clear()
  }

  async #open(id: number, { width, height, preload }: WindowRequest): Promise<void> {
    const context = await this.#browser.newContext({ viewport: { width, height } })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const window: Window = { id, page, context, session, isLoading: false }
    this.#windows.set(id, window)
    this.#observe(window)
    await this.#keepInside(window)
    await page.exposeBinding('electronDoubleToMain', ({ frame }, encoded: string) => {
      const from = { url: toApp(frame.url()), isMain: frame === page.mainFrame() }
      void this.#main.ask('fromPage', id, from, encoded).catch(() => {}) // the main process may be gone already
    })
    if (preload !== '') await page.addInitScript({ content: await preloadScript(preload) })
  }

  #observe({ id, page, context }: Window): void {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.consoleProblems.push(message.text())
    })
    page.on('pageerror', (error) => this.consoleProblems.push(String(error)))
    page.on('close', () => {
      if (this.#windows.delete(id)) void this.#main.ask('closeByUser', id).catch(() => {})
    })
    context.on('page', (popup) => void popup.close().catch(() => {}))
  }

  async #keepInside(window: Window): Promise<void> {
    const { context } = window
    await context.route('**/*', (route) =>
      // A request in flight when the main process dies must not fail the test by itself.
      this.#answer(window, route).catch(() => route.abort().catch(() => {})),
    )
    // Routes do not see web sockets.
    await context.routeWebSocket(/.*/, (socket) => {
      this.outside.push(socket.url())
      void socket.close()
    })
  }

  async #answer(window: Window, route: Route): Promise<void> {
    const request = route.request()
    const url = toApp(request.url())
    if (request.isNavigationRequest() && (await this.#isRefused(window, request, url)))
      return route.fulfill({ status: 204 }) // no content: the page stays
    const answer = isApp(request.url()) ? await this.#main.ask('request', url, request.method()) : null
    if (answer === null) {
      this.outside.push(url)
      return route.abort()
    }
    return route.fulfill({ status: answer.status, headers: answer.headers, body: Buffer.from(answer.body) })
  }

  async #isRefused(window: Window, request: Request, url: string): Promise<boolean> {
    const frame = frameOf(request)
    if (frame === null || frame.page() !== window.page)
      return (await this.#main.ask('windowOpen', window.id, url)) === 'deny'
    const isMainFrame = frame === window.page.mainFrame()
    if (isMainFrame && window.isLoading) return false
    return this.#main.ask('navigate', window.id, url, isMainFrame)
  }

  async #load(id: number, url: string): Promise<void> {
    const window = this.#windows.get(id)
    if (window === undefined) return
    window.isLoading = true
    try {
      await window.page.goto(toWeb(url))
    } finally {
      window.isLoading = false
    }
    for (const answer of this.#loaded.splice(0)) answer(window.page)
  }

  async #close(id: number): Promise<void> {
    const window = this.#windows.get(id)
    this.#windows.delete(id)
    await window?.context.close()
  }

  async #toPage(id: number, encoded: string): Promise<void> {
    const call = `globalThis[Symbol.for('electron-double')]?.(${JSON.stringify(encoded)})`
    // Not page.evaluate: that would count as a gesture of the person.
    await this.#windows.get(id)?.session.send('Runtime.evaluate', { expression: call, userGesture: false })
  }

  async #evaluate(id: number, expression: string, userGesture: boolean): Promise<unknown> {
    const options = { expression, userGesture, awaitPromise: true, returnByValue: true }
    const answer = await this.#windows.get(id)?.session.send('Runtime.evaluate', options)
    if (answer?.exceptionDetails) throw new Error(answer.exceptionDetails.text)
    return answer?.result.value
  }
}

// A new window's first request belongs to no frame yet.
function frameOf(request: Request): ReturnType<Request['frame']> | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}

async function preloadScript(preload: string): Promise<string> {
  const run = `function (require, module, exports, process) {${preload}\n}`
  // Electron runs a preload in the main frame only.
  return `if (window.top === window) { ${await bundlePreloadShim()}
    ;PreloadShim.runPreload(${run}, ${JSON.stringify(process.platform)}) }`
}
