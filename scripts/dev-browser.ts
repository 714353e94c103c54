import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { resolveConfig } from 'electron-vite'
import { build, createServer, type InlineConfig, type ProxyOptions } from 'vite'

/** Changes come in bursts: an editor saves, a formatter writes again. */
const SETTLE_MS = 200

/**
 * Serves the renderer from source with hot replacement, and passes its calls on to a loopback host, which is built
 * and started again whenever its own sources change. `argv` goes to the host: `--library DIR`, for one.
 */
export async function startBrowserDevelopment(root: string, argv: readonly string[]): Promise<void> {
  const { config } = await resolveConfig({ root }, 'serve', 'development')
  if (!config?.main || !config.renderer) throw new Error('electron.vite.config.ts names no main or no renderer.')
  const port = await findFreePort()
  const target = `http://127.0.0.1:${port}`
  const proxy = { '/rpc': passOn(target), '/session': passOn(target) }
  const options = { ...config.renderer, configFile: false as const }
  const server = await createServer({ ...options, server: { ...config.renderer.server, proxy } })
  await server.listen()
  const page = server.resolvedUrls?.local[0] ?? ''
  const host = createHost(root, ['--port', String(port), '--no-open', ...argv], (token) =>
    console.log(`Dossier is being developed at ${page}#token=${token}`),
  )
  const restart = () => rebuild(config.main).then(host.restart, (error: Error) => console.error(error.message))
  await restart()
  watchSources(root, restart)
}

/** The host answers to its own address alone, so that stands in place of the page's. */
function passOn(target: string): ProxyOptions {
  return {
    target,
    changeOrigin: true,
    configure: (proxy) =>
      proxy.on('proxyReq', (request) => {
        if (request.hasHeader('origin')) request.setHeader('origin', target)
      }),
  }
}

async function rebuild(main: InlineConfig | undefined): Promise<void> {
  await build({ ...main, configFile: false, logLevel: 'warn' })
}

function createHost(root: string, args: readonly string[], onReady: (token: string) => void) {
  let child: ChildProcess | null = null
  process.once('exit', () => child?.kill())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
  return {
    async restart(): Promise<void> {
      await end(child)
      const started = spawn(process.execPath, [join(root, 'out/main/serve.js'), ...args], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child = started
      createInterface(started.stdout).on('line', (line) => {
        const token = /#token=(\S+)$/.exec(line)?.[1]
        if (token) onReady(token)
      })
    },
  }
}

async function end(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

function watchSources(root: string, onChange: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  for (const folder of ['electron', 'shared'])
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        running = running.then(onChange) // one after the other: two hosts can't hold one library
      }, SETTLE_MS)
    })
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createTcpServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
