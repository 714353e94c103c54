import { describe, expect, it } from 'vitest'
import { failureTrace } from '#electron/hosts/failure-trace.ts'

describe('failureTrace', () => {
  it('names errors, codes and places along the causes, and quotes no message', () => {
    const cause = Object.assign(new RangeError('private one\n    at private two'), { code: 'SQLITE_FULL' })
    const trace = failureTrace(new Error('private three', { cause }))
    expect(trace).toMatch(/^Error\n +at .+failure-trace\.test\.ts:\d+:\d+/)
    expect(trace).toContain('caused by RangeError SQLITE_FULL\n')
    expect(trace).not.toContain('private')
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
