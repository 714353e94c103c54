// Runs a bundled preload in a page, before the page's own scripts, with what a sandboxed preload has and no more.
// Electron's own world for it can't be had here: it shares the page's globals, so what it leaks is reported.
import type { ContextBridge, IpcRenderer, WebUtils } from 'electron'
import { exposed, exposeInMainWorld } from './context-bridge.ts'
import { emitIpc, ipcRenderer } from './ipc-renderer.ts'
import { hearMain, tellMain } from './page-link.ts'
import { closePort, deliver } from './page-ports.ts'

type Preload = (require: (id: string) => unknown, module: object, exports: object, process: object) => void

const filePaths = new Map<string, string>()

const electron = {
  contextBridge: { exposeInMainWorld } satisfies Pick<ContextBridge, 'exposeInMainWorld'>,
  // Its listeners are called with our own event, so the types of `on` are not Electron's.
  ipcRenderer: ipcRenderer satisfies Pick<IpcRenderer, 'send' | 'postMessage'>,
  webUtils: {
    getPathForFile(file: File): string {
      if (!(file instanceof File))
        throw new TypeError('getPathForFile expected to receive a File object but one was not provided')
      return filePaths.get(file.name) ?? ''
    },
  } satisfies WebUtils,
}

/** Runs `preload` with the bundle's free names. `platform`: Node's name of the operating system. */
export function runPreload(preload: Preload, platform: string): void {
  tellMain({ kind: 'document' })
  hearMain((message) => {
    if (message.kind === 'ipc') emitIpc(message.channel, message.args, message.ports)
    else if (message.kind === 'port-message') deliver(message.port, message.data, message.ports)
    else if (message.kind === 'port-close') closePort(message.port)
    else filePaths.set(message.name, message.path)
  })
  const before = new Set(Reflect.ownKeys(window))
  const module = { exports: {} }
  preload(sandboxedRequire, module, module.exports, { platform, type: 'renderer', sandboxed: true, env: {} })
  const leaked = Reflect.ownKeys(window).filter((key) => !before.has(key) && !exposed.has(String(key)))
  if (leaked.length > 0) console.error(`electron double: the preload leaked ${leaked.map(String).join(', ')}`)
}

function sandboxedRequire(id: string): unknown {
  if (id !== 'electron') throw new Error(`module not found: ${id}`)
  return new Proxy(electron, {
    get(target, key) {
      const part: unknown = Reflect.get(target, key)
      if (part === undefined) return missing(`electron.${String(key)}`, key)
      return new Proxy(part as object, {
        get: (members, member) => Reflect.get(members, member) ?? missing(`${String(key)}.${String(member)}`, member),
      })
    },
  })
}

// What bundlers look up on any module is truly absent.
function missing(name: string, key: string | symbol): undefined {
  if (typeof key === 'symbol' || key === '__esModule' || key === 'default') return undefined
  throw new Error(`electron double: ${name} is not there in a sandboxed preload`)
}
