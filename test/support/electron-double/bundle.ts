import { join } from 'node:path'
import { build } from 'vite'

let bundled: Promise<string> | undefined

/** The shim as one script that defines `PreloadShim`; made once a process. */
export function bundlePreloadShim(): Promise<string> {
  bundled ??= bundle(join(import.meta.dirname, 'page/preload-shim.ts'), 'iife', 'PreloadShim')
  return bundled
}

/** A sandboxed preload bundled as the build does it: one CommonJS script that requires only 'electron'. */
export function bundlePreload(entry: string): Promise<string> {
  return bundle(entry, 'cjs', 'Preload')
}

/** A page's script with all that it imports, as one module. */
export function bundlePage(entry: string): Promise<string> {
  return bundle(entry, 'es', 'Page')
}

async function bundle(entry: string, format: 'iife' | 'cjs' | 'es', name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: [format], name },
      rolldownOptions: { external: ['electron'] },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (chunk === undefined) throw new Error(`nothing was bundled from ${entry}`)
  return chunk.code
}
