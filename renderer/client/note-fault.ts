import { client } from './api.ts'

const LONGEST_STACK = 8_000

/** Tells the program of a fault of its page, for the log: the kind and where it was. What a person wrote stays out there. */
export function noteFault(error: Error): void {
  const name = /^\w{1,80}$/.test(error.name) ? error.name : 'Error'
  // Without a host that listens nothing is noted; the page says already that it broke.
  client.desktop.noteFault({ name, stack: (error.stack ?? '').slice(0, LONGEST_STACK) }).catch(() => {})
}
