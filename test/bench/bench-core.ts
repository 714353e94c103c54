import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { openCore } from '#electron/services/core.ts'
import { workerFile } from '../support/built-worker.ts'

const root = join(import.meta.dirname, '../..')

/** A core over the library in a folder, by the clock of the computer, with a client that calls it directly. */
export function openBenchCore(libraryDir: string) {
  const core = openCore({
    libraryDir,
    host: 'loopback',
    version: '0.0.0',
    workerFile,
    starterDir: join(root, 'resources/starter'),
    clock: Date.now,
    onFailure: (error) => console.error(error),
  })
  return { core, client: createRouterClient(core.router) }
}
