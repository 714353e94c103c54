import { describe, expect, it } from 'vitest'
import { connectionOfError, getConnection, setConnection, watchConnection } from '#renderer/client/connection.ts'

describe('connectionOfError', () => {
  it('tells a refused token and a host that is gone from errors that say nothing of the connection', () => {
    expect(connectionOfError({ status: 401 })).toBe('refused')
    expect(connectionOfError(new TypeError('Failed to fetch'))).toBe('gone')
    expect([{ status: 404 }, new DOMException('', 'AbortError'), null].map(connectionOfError)).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('setConnection', () => {
  it('tells who watches once for each change, and nobody after they left', () => {
    const seen: string[] = []
    const leave = watchConnection(() => seen.push(getConnection()))
    setConnection('gone')
    setConnection('gone')
    setConnection('open')
    leave()
    setConnection('gone')
    setConnection('open')
    expect(seen).toEqual(['gone', 'open'])
  })
})
