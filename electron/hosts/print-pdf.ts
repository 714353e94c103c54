import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { browserPrograms } from './browser-programs.ts'
import type { SystemPlaces } from './default-library-dir.ts'

const MAX_PRINT_MS = 120_000

const run = promisify(execFile)

/**
 * Prints a page to PDF by an installed Chrome, Chromium or Edge, which knows every script and direction of writing.
 * Undefined where none is installed. What it gives rejects when the browser does not print.
 */
export function findPdfPrinter(places: SystemPlaces): ((html: string) => Promise<Uint8Array>) | undefined {
  const program = browserPrograms(places).find((file) => existsSync(file))
  return program === undefined ? undefined : (html) => print(program, html)
}

async function print(program: string, html: string): Promise<Uint8Array> {
  const dir = await mkdtemp(join(tmpdir(), 'dossier-print-'))
  try {
    const [page, pdf] = [join(dir, 'page.html'), join(dir, 'page.pdf')]
    await writeFile(page, html)
    // Root is refused a sandbox; the page is our own, and its policy lets nothing run.
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
    await run(
      program,
      [
        '--headless=new',
        '--disable-gpu',
        '--no-first-run',
        '--no-default-browser-check',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--user-data-dir=${join(dir, 'profile')}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        ...asRoot,
        pathToFileURL(page).href,
      ],
      { timeout: MAX_PRINT_MS, windowsHide: true },
    )
    return new Uint8Array(await readFile(pdf))
  } finally {
    // A browser on its way out may still hold its profile for a moment.
    await rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
