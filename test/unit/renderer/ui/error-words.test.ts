import { describe, expect, it } from 'vitest'
import { describeError, errorCode } from '#renderer/ui/error-words.ts'
import { contract } from '#shared/contract/contract.ts'

function declaredCodes(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found
  if ('~orpc' in node) {
    // Every procedure of the contract keeps its declared errors there.
    const { errorMap } = node['~orpc'] as { errorMap: Record<string, unknown> }
    for (const code of Object.keys(errorMap)) found.add(code)
    return found
  }
  for (const part of Object.values(node)) declaredCodes(part, found)
  return found
}

describe('describeError', () => {
  const unknown = describeError(new Error('boom')).title

  it('has words of its own for every error the contract declares', () => {
    const codes = [...declaredCodes(contract)]
    expect(codes.length).toBeGreaterThan(5)
    expect(codes.filter((code) => describeError({ code }).title === unknown)).toEqual([])
  })

  it('never shows a message that was not written for people', () => {
    const words = describeError(Object.assign(new Error('SQLITE_BUSY'), { code: 'CONFLICT' }))
    expect(`${words.title} ${words.advice}`).not.toContain('SQLITE')
  })

  it('knows a host that does not answer', () => {
    expect(describeError(new TypeError('Failed to fetch')).title).toBe('Dossier does not answer')
  })
})

describe('errorCode', () => {
  it('is null for what carries none', () => {
    expect([errorCode(null), errorCode('x'), errorCode(new Error('x')), errorCode({ code: 7 })]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
