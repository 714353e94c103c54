import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { noteBundledPackages } from './scripts/bundled-packages.ts'

const root = import.meta.dirname
const at = (path: string): string => resolve(root, path)

/** The WebAssembly of fsrs-rs lies beside the worker that loads it. */
const fsrsWasm = {
  name: 'fsrs-wasm',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): unknown }) {
    const source = readFileSync(at('node_modules/fsrs-browser/fsrs_browser_bg.wasm'))
    this.emitFile({ type: 'asset', fileName: 'fsrs_browser_bg.wasm', source })
  },
}

export default defineConfig({
  main: {
    plugins: [fsrsWasm, noteBundledPackages],
    // Its file for Node declares a `require`, and so does the shim that electron-vite adds: one too many for a module.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: at('electron/main.ts'),
          serve: at('electron/serve.ts'),
          worker: at('electron/workers/worker.ts'),
        },
      },
    },
  },
  preload: {
    plugins: [noteBundledPackages],
    build: {
      // A sandboxed preload can require nothing but 'electron', so all else is bundled, and as CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), noteBundledPackages],
    // Replaced by the host in each answer; `CSP_NONCE_PLACEHOLDER` in shared/contract/channels.ts.
    html: { cspNonce: '__CSP_NONCE__' },
    server: { host: '127.0.0.1' },
    build: {
      outDir: at('out/renderer'),
      assetsInlineLimit: 0,
      minify: true,
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
})
