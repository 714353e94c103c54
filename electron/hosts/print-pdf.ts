import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { browserPrograms } from './browser-programs.ts'
import type { SystemPlaces } from './default-library-dir.ts'

const MAX_PRINT_MS = 120_000

const run = promisify(execFile)

/** Prints the HTML page in one file as a PDF into another; gives up when `signal` aborts. */
type Print = (page: string, pdf: string, signal?: AbortSignal) => Promise<void>

/**
 * Prints by an installed Chrome, Chromium or Edge, which knows every script and direction of writing. Undefined where
 * none is installed. What it gives rejects when the browser does not print.
 */
export function findPdfPrinter(places: SystemPlaces): Print | undefined {
  const program = browserPrograms(places).find((file) => existsSync(file))
  return program === undefined ? undefined : (page, pdf, signal) => print(program, page, pdf, signal)
}

async function print(program: string, page: string, pdf: string, signal?: AbortSignal): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'dossier-print-'))
  try {
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
        `--user-data-dir=${profile}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        ...asRoot,
        pathToFileURL(page).href,
      ],
      { timeout: MAX_PRINT_MS, windowsHide: true, ...(signal && { signal }) },
    )
  } finally {
    // A browser on its way out may still hold its profile for a moment.
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
