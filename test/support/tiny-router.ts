import { setTimeout } from 'node:timers/promises'
import { eventIterator, oc } from '@orpc/contract'
import { implement } from '@orpc/server'
import { z } from 'zod'

/** The smallest contract that has one of everything a host must carry. */
export const tinyContract = {
  note: {
    add: oc
      .input(z.object({ text: z.string() }))
      .output(z.number())
      .errors({ FULL: { status: 409 } }),
    upload: oc.input(z.object({ file: z.file() })).output(z.number()),
    download: oc.output(z.file()),
    ticks: oc.output(eventIterator(z.number())),
    slow: oc.input(z.object({ ms: z.number() })).output(z.string()),
    broken: oc.output(z.string()),
  },
}

/** A router over an array, with what happened to its streams and how often it was called. */
export function createTinyRouter() {
  const notes: string[] = []
  const streams = { open: 0, ended: 0 }
  const calls = { slow: 0 }
  const tiny = implement(tinyContract)
  const router = tiny.router({
    note: {
      add: tiny.note.add.handler(({ input, errors }) => {
        if (input.text === 'full') throw errors.FULL()
        return notes.push(input.text)
      }),
      upload: tiny.note.upload.handler(({ input }) => input.file.size),
      download: tiny.note.download.handler(() => new File(['# Notes'], 'notes ü.md', { type: 'text/markdown' })),
      ticks: tiny.note.ticks.handler(async function* ({ signal }) {
        streams.open++
        try {
          yield 0
          await new Promise((resolve) => signal?.addEventListener('abort', resolve))
        } finally {
          streams.ended++
        }
      }),
      slow: tiny.note.slow.handler(async ({ input }) => {
        calls.slow++
        await setTimeout(input.ms)
        notes.push('slow')
        return 'done'
      }),
      broken: tiny.note.broken.handler(() => {
        throw new TypeError('a private sentence')
      }),
    },
  })
  return { router, notes, streams, calls }
}
