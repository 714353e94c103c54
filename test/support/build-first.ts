import { join } from 'node:path'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'

/** Playwright's global setup: what is tested is what is built, and what is built is what is written. */
async function buildFirst(): Promise<void> {
  await buildWhenStale(join(import.meta.dirname, '../..'))
}

// Playwright takes a default export and nothing else.
// biome-ignore lint/style/noDefaultExport: see above
export default buildFirst
