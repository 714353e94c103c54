import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { openCore } from '#electron/services/core.ts'
import { workerFile } from './built-worker.ts'

const root = join(import.meta.dirname, '../..')

/** A core over a library in memory (or in `libraryDir`), whose clock the test sets, with a client that calls it directly. */
export function openTestCore(startMs: number, libraryDir = ':memory:') {
  const time = { nowMs: startMs }
  const failures: unknown[] = []
  const core = openCore({
    libraryDir,
    host: 'loopback',
    version: '0.0.0',
    workerFile,
    // A test waits for the names however slow the machine is.
    patienceMs: 25_000,
    starterDir: join(root, 'resources/starter'),
    // Ids are made of the time: two things made in one millisecond would have no order of their own.
    clock: () => time.nowMs++,
    onFailure: (error) => failures.push(error),
  })
  return { core, client: createRouterClient(core.router), time, failures }
}

/** All events of a stream. */
export async function collect<Event>(stream: AsyncIterable<Event> | Promise<AsyncIterable<Event>>): Promise<Event[]> {
  const events: Event[] = []
  for await (const event of await stream) events.push(event)
  return events
}
