import { Link, type LinkMessage } from '../wire/link.ts'
import type { MainSide, TestSide } from '../wire/messages.ts'

/** The way to the test, which owns the browser. */
export const testLink = new Link<TestSide, MainSide>((message) => {
  // A test that is just ending must not fail the program that outlives it by a moment.
  if (process.connected) process.send?.(message, () => {})
})

process.on('message', (message: LinkMessage) => testLink.receive(message))
process.on('disconnect', () => process.exit(1))
