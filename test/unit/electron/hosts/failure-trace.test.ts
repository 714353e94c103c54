import { describe, expect, it } from 'vitest'
import { failureTrace } from '#electron/hosts/failure-trace.ts'

describe('failureTrace', () => {
  it('names errors, codes and places along the causes, and quotes no message', () => {
    const cause = Object.assign(new RangeError('private one\n    at private two\n    at private church:12:30'), {
      code: 'SQLITE_FULL',
    })
    const trace = failureTrace(new Error('private three', { cause }))
    expect(trace).toMatch(/^Error\n +at electron\/hosts\/failure-trace\.test\.ts:\d+:\d+/)
    expect(trace).toContain('caused by RangeError SQLITE_FULL\n')
    expect(trace).not.toContain('private')
  })

  it.each([
    ['at file:///home/jane/Dossier/resources/app.asar/out/main/index.js:10:5', 'out/main/index.js:10:5'],
    [
      'at Object.open [as run] (C:\\Users\\Jane\\Dossier\\resources\\app.asar\\out\\main\\chunks\\open-1.js:1:2)',
      'Object.open [as run] (out/main/chunks/open-1.js:1:2)',
    ],
    ['at async run (/home/jane/x.js:3:4)', 'async run (x.js:3:4)'],
    ['at add (/home/jane/node_modules/x/out/a.js:3:4)', 'add (node_modules/x/out/a.js:3:4)'],
    ['at node:internal/fs/utils:5:6', 'node:internal/fs/utils:5:6'],
    ['at Cards (app://dossier/assets/cards-1a.js:2:3)', 'Cards (assets/cards-1a.js:2:3)'],
  ])('says nothing of where the program lies: %s', (line, place) => {
    const error = new Error('x')
    error.stack = `Error: x\n    ${line}`
    expect(failureTrace(error)).toBe(`Error\n    at ${place}`)
  })

  it('ends on a chain of causes that bites its tail', () => {
    const error = new Error('x')
    error.cause = error
    expect(failureTrace(error).match(/caused by/g)).toHaveLength(4)
  })

  it('says what was thrown when it is no error', () => {
    expect(failureTrace('private')).toBe('a thrown string')
  })
})
