import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Loopback, startLoopback } from '#electron/hosts/loopback.ts'
import { createHttpClient } from '#test/support/http-client.ts'
import { rawRequest } from '#test/support/raw-request.ts'
import { createTinyRouter, type tinyContract } from '#test/support/tiny-router.ts'

let dir: string
let host: Loopback
let tiny: ReturnType<typeof createTinyRouter>
let failures: unknown[]
const client = () => createHttpClient<typeof tinyContract>(host.origin, host.token)

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-loopback-'))
  mkdirSync(join(dir, 'assets'))
  writeFileSync(join(dir, 'index.html'), '<style nonce="__CSP_NONCE__"></style>')
  writeFileSync(join(dir, 'assets', 'index-abc.js'), 'export {}')
  tiny = createTinyRouter()
  failures = []
  host = await startLoopback({
    router: tiny.router,
    rendererDir: dir,
    port: 0,
    onFailure: (error) => failures.push(error),
    limits: { json: 1000, multipart: 5000 },
  })
})

afterEach(async () => {
  await host.close()
  rmSync(dir, { recursive: true })
})

describe('startLoopback', () => {
  it('answers calls, typed errors, files both ways and event streams', async () => {
    const { note } = client()
    expect(await note.add({ text: 'first' })).toBe(1)
    await expect(note.add({ text: 'full' })).rejects.toMatchObject({ code: 'FULL', status: 409, defined: true })
    expect(await note.upload({ file: new File(['12345'], 'a.txt') })).toBe(5)
    const file = await note.download()
    expect([file.name, await file.text()]).toEqual(['notes ü.md', '# Notes'])
    for await (const tick of await note.ticks()) {
      expect(tick).toBe(0)
      break
    }
    await vi.waitFor(() => expect(tiny.streams).toEqual({ open: 1, ended: 1 }))
  })

  it('ends a stream whose client goes away', async () => {
    const leave = new AbortController()
    const stream = await client().note.ticks(undefined, { signal: leave.signal })
    await stream.next()
    leave.abort()
    await vi.waitFor(() => expect(tiny.streams).toEqual({ open: 1, ended: 1 }))
    expect(failures).toEqual([])
  })

  it('hides the cause of a bug from the client and tells it to the host', async () => {
    const wire = await rawRequest(host.origin, {
      method: 'POST',
      path: '/rpc/note/broken',
      headers: { authorization: `Bearer ${host.token}` },
    })
    expect(wire.status).toBe(500)
    expect(wire.body).not.toContain('private')
    expect(failures).toEqual([new TypeError('a private sentence')])
  })

  it('refuses a port that is taken', async () => {
    const port = Number(new URL(host.origin).port)
    const second = startLoopback({ router: tiny.router, rendererDir: dir, port, onFailure: () => {} })
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('listens on 127.0.0.1 alone', () => {
    expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })
})

describe('close', () => {
  it('lets a call that is under way finish', async () => {
    const call = client().note.slow({ ms: 150 })
    await vi.waitFor(() => expect(tiny.calls).toEqual({ slow: 1 }))
    await host.close()
    expect(await call).toBe('done')
    expect(tiny.notes).toEqual(['slow'])
  })

  it('ends open streams at once', async () => {
    const stream = await client().note.ticks()
    await stream.next()
    const beganMs = performance.now()
    const next = stream.next()
    await Promise.all([host.close(), expect(next).rejects.toThrow()])
    expect(performance.now() - beganMs).toBeLessThan(900)
    await vi.waitFor(() => expect(tiny.streams).toEqual({ open: 1, ended: 1 }))
  })

  it('does not wait for a call that never ends', async () => {
    const call = client().note.slow({ ms: 5_000 })
    call.catch(() => {})
    await vi.waitFor(() => expect(tiny.calls).toEqual({ slow: 1 }))
    const beganMs = performance.now()
    await host.close()
    expect(performance.now() - beganMs).toBeLessThan(2_500)
  })
})

describe('the page', () => {
  const get = (path: string, method = 'GET') => rawRequest(host.origin, { method, path })

  it('is sent with a fresh nonce in policy and text each time', async () => {
    const [first, second] = [await get('/'), await get('/')]
    const nonce = /nonce="(.+)"/.exec(first.body)?.[1]
    expect(nonce).toMatch(/^[\w+/]{22}==$/)
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    expect(first.headers['cache-control']).toBe('no-store')
    expect(second.body).not.toBe(first.body)
  })

  it('is sent with every safety header, as are scripts and refusals', async () => {
    for (const path of ['/', '/assets/index-abc.js', '/nowhere', '/rpc/note/add'])
      expect((await get(path)).headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
  })

  it('lets the browser keep what is named after its content', async () => {
    expect((await get('/assets/index-abc.js')).headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
    })
  })

  it('answers HEAD with headers alone', async () => {
    expect(await get('/', 'HEAD')).toMatchObject({ status: 200, body: '' })
    expect(await get('/assets/index-abc.js', 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  it('answers no other method', async () => {
    expect(await get('/', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/%252e%252e/package.json',
    '/..\\package.json',
    '/..%5cpackage.json',
    '/assets/%00',
    '/%',
    '//etc/passwd',
    'http://example.org/',
  ])('has nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })
})
