import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Loopback, startLoopback } from '#electron/hosts/loopback.ts'
import type { contract } from '#shared/contract/contract.ts'
import { createHttpClient } from '#test/support/http-client.ts'
import { type LibraryFixture, openLibraryFixture } from '#test/support/library-fixture.ts'
import { type RawAnswer, rawRequest } from '#test/support/raw-request.ts'

const limits = { json: 20_000, multipart: 40_000 }
const path = '/rpc/article/importText'
const good = JSON.stringify({ json: { text: 'A text that must not arrive.' } })

let library: LibraryFixture
let host: Loopback
let before: Record<string, number>

beforeAll(async () => {
  library = openLibraryFixture()
  const { core, failures } = library
  const onFailure = (error: unknown) => failures.push(error)
  host = await startLoopback({ router: core.router, rendererDir: library.dir, port: 0, onFailure, limits })
  const { articleId } = await client().article.importText({ text: 'What was there before.' })
  await client().annotation.add({ articleId, start: 0, end: 4 })
  await core.settled()
  before = library.countRows()
})

afterEach(() => {
  expect(library.countRows()).toEqual(before)
  expect(library.failures).toEqual([])
})

afterAll(async () => {
  await host.close()
  await library.close()
})

const client = () => createHttpClient<typeof contract>(host.origin, host.token)

/** A call that would import a text, changed as the test says. */
function call(changes: { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer }) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${host.token}`, ...changes.headers }
  return rawRequest(host.origin, { method: 'POST', path, body: good, ...changes, headers })
}

/** The refusal as the client's own error, and no header that lets another site read it. */
function expectRefusal(answer: RawAnswer, status: number) {
  expect(answer.status).toBe(status)
  expect(JSON.parse(answer.body)).toMatchObject({ json: { status } })
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
}

describe('a call', () => {
  it.each([
    ['no token', { authorization: '' }],
    ['a wrong token', { authorization: `Bearer ${'A'.repeat(43)}` }],
    ['a short token', { authorization: 'Bearer x' }],
    ['the token in another scheme', { authorization: 'Basic eDp5' }],
  ])('with %s is refused with 401', async (_, headers) => {
    expectRefusal(await call({ headers }), 401)
  })

  it('with a token that has something more is refused with 401', async () => {
    expectRefusal(await call({ headers: { authorization: `Bearer ${host.token}x` } }), 401)
  })

  it('without a token is refused before its body is looked at', async () => {
    const headers = { authorization: '', 'content-length': '99999999999' }
    const { hostname, port } = new URL(host.origin)
    const answer = await rawHead(hostname, Number(port), { ...headers, 'content-type': 'application/json' })
    expect(answer).toBe(401)
  })

  it.each(['localhost', 'example.org', '127.0.0.1', '[::1]'])('for host %s is refused with 403', async (name) => {
    const { port } = new URL(host.origin)
    expectRefusal(await call({ headers: { host: name === '127.0.0.1' ? name : `${name}:${port}` } }), 403)
  })

  it.each(['http://example.org', 'null', 'http://127.0.0.1', 'http://localhost:1', 'https://127.0.0.1:1'])(
    'from origin %s is refused with 403',
    async (origin) => {
      expectRefusal(await call({ headers: { origin } }), 403)
    },
  )

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('by %s is refused with 405', async (method) => {
    const answer = await call({ method })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST'])
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'text/event-stream', 'application/octet-stream', ''])(
    'of type "%s" is refused with 415',
    async (type) => {
      expectRefusal(await call({ headers: { 'content-type': type } }), 415)
    },
  )

  it.each([
    ['compressed', { 'content-encoding': 'gzip' }],
    ['given as a file', { 'content-disposition': 'attachment; filename="x"' }],
  ])('whose body is %s is refused with 415', async (_, headers) => {
    expectRefusal(await call({ headers }), 415)
  })

  it('of unsaid length is refused with 411', async () => {
    expectRefusal(await call({ headers: { 'transfer-encoding': 'chunked' } }), 411)
  })

  it('over the limit for JSON is refused with 413', async () => {
    const body = JSON.stringify({ json: { text: 'x'.repeat(limits.json) } })
    expectRefusal(await call({ body }), 413)
  })

  it('over the limit for files is refused with 413, which the client meets as such', async () => {
    const files = [new File(['x'.repeat(limits.multipart)], 'large.txt')]
    await expect(client().article.import({ files })).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE', status: 413 })
  })

  it.each([
    ['no JSON', '{"json":'],
    ['no envelope', '[]'],
    ['a field of another type', '{"json":{"text":7}}'],
    ['a missing field', '{"json":{}}'],
    ['a date that is none', '{"json":{"text":"x","date":"2019-02-30"}}'],
    ['a path to a prototype', '{"json":{"text":"x"},"meta":[[1,"__proto__","polluted"]]}'],
    ['a path to nowhere', '{"json":{"text":"x"},"meta":[[1,"a","b"]]}'],
    ['text that is no UTF-8', Buffer.from([0x7b, 0xff, 0xfe])],
  ])('with %s is refused with 400', async (_, body) => {
    expectRefusal(await call({ body }), 400)
    expect('polluted' in {}).toBe(false)
  })

  it('with form data that is none is refused with 400', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    expectRefusal(await call({ path: '/rpc/article/import', headers, body: 'nothing of the kind' }), 400)
  })

  it.each(['/rpc', '/rpc/', '/rpc/article', '/rpc/article/nothing', '/rpc/__proto__/constructor', '/rpc/%00'])(
    'of %s, which is no procedure, is refused with 404',
    async (nowhere) => {
      expectRefusal(await call({ path: nowhere }), 404)
    },
  )
})

describe('a one-time code', () => {
  const trade = (body: string, headers: Record<string, string> = {}) =>
    rawRequest(host.origin, {
      method: 'POST',
      path: '/session',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })

  it('is traded for the token once', async () => {
    const code = host.issueCode()
    const first = await trade(JSON.stringify({ code }))
    expect([first.status, JSON.parse(first.body), first.headers['cache-control']]).toEqual([
      200,
      { token: host.token },
      'no-store',
    ])
    expectRefusal(await trade(JSON.stringify({ code })), 401)
  })

  it.each([
    ['an unknown code', '{"code":"AAAA"}', 401],
    ['no code', '{}', 400],
    ['a code that is no text', '{"code":["AAAA"]}', 400],
    ['no JSON', 'code=AAAA', 400],
    ['too much', JSON.stringify({ code: 'x'.repeat(2_000) }), 413],
  ])('is not given for %s', async (_, body, status) => {
    expectRefusal(await trade(body), status)
  })

  it('is refused to other sites and other methods, and stays good', async () => {
    const code = host.issueCode()
    expectRefusal(await trade(JSON.stringify({ code }), { origin: 'http://example.org' }), 403)
    expectRefusal(await trade(JSON.stringify({ code }), { 'content-type': 'text/plain' }), 415)
    expect((await rawRequest(host.origin, { path: `/session?code=${code}` })).status).toBe(405)
    expect((await trade(JSON.stringify({ code }))).status).toBe(200)
  })
})

/** Sends a head alone and gives the status of the answer. */
function rawHead(hostname: string, port: number, headers: Record<string, string>): Promise<number> {
  const socket = connect(port, hostname)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.write([`POST ${path} HTTP/1.1`, `host: ${hostname}:${port}`, ...lines, '', ''].join('\r\n'))
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('data', (data) => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(String(data))?.[1]))
      socket.destroy()
    })
  })
}
