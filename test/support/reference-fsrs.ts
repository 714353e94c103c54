import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Fsrs } from 'fsrs-browser'

/**
 * fsrs-rs, the reference in Rust, as WebAssembly: a second implementation to compare with. Its module looks for the
 * `self` of a browser's worker when it is loaded.
 */
export async function loadReferenceFsrs(): Promise<{ create(parameters?: readonly number[]): Fsrs }> {
  const scope = globalThis as { self?: unknown }
  scope.self ??= { addEventListener() {}, removeEventListener() {}, postMessage() {} }
  const { initSync, Fsrs } = await import('fsrs-browser')
  const file = createRequire(import.meta.url).resolve('fsrs-browser/fsrs_browser_bg.wasm')
  initSync({ module: readFileSync(file) })
  return { create: (parameters) => new Fsrs(parameters ? new Float32Array(parameters) : null) }
}
