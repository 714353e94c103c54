import { describe, expect, it } from 'vitest'
import { openSession, parseAccess, readToken, type SessionPage } from '#renderer/client/session.ts'

const token = 'abcdefgh-IJKLMNOP_1234567890'

function page(hash: string, answer: () => Promise<Response> = () => Promise.reject(new TypeError('no network'))) {
  const stored = new Map<string, string>()
  const asked: { url: string; body: unknown }[] = []
  const addresses: string[] = []
  const made: SessionPage = {
    location: { hash, origin: 'http://127.0.0.1:4000', pathname: '/', search: '' },
    history: { replaceState: (_state, _unused, url) => void addresses.push(String(url)) },
    storage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
    fetch: (url, init) => {
      asked.push({ url, body: init.body })
      return answer()
    },
  }
  return { made, asked, addresses }
}

describe('parseAccess', () => {
  it('reads a token or a code from the fragment', () => {
    expect(parseAccess(`#token=${token}`)).toEqual({ kind: 'token', value: token })
    expect(parseAccess(`#code=${token}&x=1`)).toEqual({ kind: 'code', value: token })
  })

  it('finds none in a route, in nothing, and in what no token can be', () => {
    const hashes = ['', '#', '#/library', `#/library?token=${token}`, '#token=', '#token=<script>', '#other=abcdefgh']
    expect(hashes.map(parseAccess)).toEqual(hashes.map(() => null))
  })
})

describe('openSession', () => {
  it('keeps a token and wipes it from the address', async () => {
    const { made, addresses } = page(`#token=${token}`)
    expect(await openSession(made)).toBe('open')
    expect([readToken(made.storage), addresses]).toEqual([token, ['/']])
  })

  it('trades a code once for the token', async () => {
    const { made, asked, addresses } = page(`#code=${token}`, async () => Response.json({ token: 'traded-token' }))
    expect(await openSession(made)).toBe('open')
    expect(readToken(made.storage)).toBe('traded-token')
    expect(asked).toEqual([{ url: 'http://127.0.0.1:4000/session', body: JSON.stringify({ code: token }) }])
    expect(addresses).toEqual(['/'])
  })

  it('says when a code was used before, and stores nothing', async () => {
    const { made } = page(`#code=${token}`, async () => new Response(null, { status: 401 }))
    expect(await openSession(made)).toBe('refused')
    expect(readToken(made.storage)).toBeNull()
  })

  it('says when nobody answers', async () => {
    expect(await openSession(page(`#code=${token}`).made)).toBe('gone')
  })

  it('goes on with the token of the tab after a reload, and misses one in a new tab', async () => {
    const { made } = page('#/library')
    expect(await openSession(made)).toBe('missing')
    made.storage.setItem('dossier.token', token)
    expect(await openSession(made)).toBe('open')
  })
})
