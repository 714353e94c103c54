import { join } from 'node:path'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'

const root = join(import.meta.dirname, '../..')

// From the sources, Node would take the types away in several threads at once, which ended whole processes.
await buildWhenStale(root)

/** The thread of formats and extraction as it is shipped, built anew where a source is newer. */
export const workerFile = join(root, 'out/main/worker.js')
