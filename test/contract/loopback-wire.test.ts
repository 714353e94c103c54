// What the loopback host does with requests that no browser and no client library would send.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Loopback, startLoopback } from '#electron/hosts/loopback.ts'
import { rawRequest } from '#test/support/raw-request.ts'
import { createTinyRouter } from '#test/support/tiny-router.ts'

const SECRET = 'what lies beside the pages'
const failures: unknown[] = []
let dir: string
let host: Loopback
let where: string
const open = new Set<Socket>()

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-wire-'))
  mkdirSync(join(dir, 'pages/assets'), { recursive: true })
  writeFileSync(join(dir, 'pages/index.html'), '<!doctype html><title>Dossier</title>')
  writeFileSync(join(dir, 'pages/assets/app.js'), '// a script')
  writeFileSync(join(dir, 'secret.txt'), SECRET)
  mkdirSync(join(dir, 'pages-beside'))
  writeFileSync(join(dir, 'pages-beside/secret.txt'), SECRET)
  host = await startLoopback({
    router: createTinyRouter().router,
    rendererDir: join(dir, 'pages'),
    port: 0,
    onFailure: (error) => failures.push(error),
    patience: { headersMs: 300, requestMs: 600, checkEveryMs: 50 },
  })
  where = new URL(host.origin).host
})
afterEach(() => {
  for (const socket of open) socket.destroy()
  open.clear()
  expect(failures).toEqual([])
})
afterAll(async () => {
  await host.close()
  rmSync(dir, { recursive: true })
})

/** A connection, what it has heard so far, and when the host closed it. */
function dial(first: string) {
  const socket = connect(Number(new URL(host.origin).port), '127.0.0.1')
  open.add(socket)
  const heard: Buffer[] = []
  socket.on('data', (chunk: Buffer) => heard.push(chunk))
  socket.on('error', () => {}) // a reset is a way to be closed
  const closed = new Promise<string>((resolve) => {
    socket.once('close', () => resolve(Buffer.concat(heard).toString()))
  })
  socket.write(first)
  return { socket, closed }
}

const lines = (...all: string[]) => [...all, 'connection: close', '', ''].join('\r\n')

async function statusOf(head: string): Promise<number> {
  return Number(/^HTTP\/1\.1 (\d+)/.exec(await dial(head).closed)?.[1])
}

describe('the Host of a request', () => {
  it('is this address', async () => {
    expect(await statusOf(lines('GET / HTTP/1.1', `host: ${where}`))).toBe(200)
  })

  it.each([
    ['named twice', () => [`host: ${where}`, 'host: example.org']],
    ['named twice, the other first', () => ['host: example.org', `host: ${where}`]],
    ['named twice alike', () => [`host: ${where}`, `Host: ${where}`]],
    ['not named', () => []],
  ])('%s is refused with 400', async (_, hosts) => {
    expect(await statusOf(lines('GET / HTTP/1.1', ...hosts()))).toBe(400)
  })

  it.each([
    ['empty', () => 'host:'],
    ['another with this one as its beginning', () => `host: ${where}.example.org`],
    ['with a user before it', () => `host: someone@${where}`],
    ['this one twice in one line', () => `host: ${where}, ${where}`],
  ])('%s is refused with 403', async (_, hostLine) => {
    expect(await statusOf(lines('GET / HTTP/1.1', hostLine()))).toBe(403)
  })

  it('is what counts, whatever the request line names', async () => {
    expect(await statusOf(lines(`GET http://${where}/ HTTP/1.1`, 'host: example.org'))).toBe(403)
    expect(await statusOf(lines('GET http://example.org/ HTTP/1.1', `host: ${where}`))).toBe(404)
  })
})

describe('a request that could be read in two ways', () => {
  it.each([
    ['two lengths', ['content-length: 4', 'content-length: 5']],
    ['a length and chunks', ['content-length: 4', 'transfer-encoding: chunked']],
    ['a space before the colon', ['content-length : 4']],
    ['no number as length', ['content-length: 4x']],
  ])('with %s is refused with 400', async (_, headers) => {
    expect(await statusOf(lines('POST /rpc/note/add HTTP/1.1', `host: ${where}`, ...headers))).toBe(400)
  })

  it('with a head without end is refused with 431', async () => {
    expect(await statusOf(lines('GET / HTTP/1.1', `host: ${where}`, `x-long: ${'x'.repeat(100_000)}`))).toBe(431)
  })
})

describe('a file of the page', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/....//secret.txt',
    '/%252e%252e/secret.txt',
    '/..%c0%afsecret.txt',
    '/assets/..%00/../secret.txt',
    '/../pages-beside/secret.txt',
    '/-beside/secret.txt',
    '//secret.txt',
    '/%2Fsecret.txt',
    '/C:/secret.txt',
    '/assets/app.js/../../../secret.txt',
  ])('is never one outside the folder: %s', async (path) => {
    const answer = await rawRequest(host.origin, { path })
    expect(answer.body).not.toContain(SECRET)
    expect(answer.status).toBe(404)
  })

  it('is never one named by its place on the disk', async () => {
    const answer = await rawRequest(host.origin, { path: `/${join(dir, 'secret.txt')}` })
    expect([answer.status, answer.body.includes(SECRET)]).toEqual([404, false])
  })
})

describe('a slow client', () => {
  it('that never ends its head is told so and cut off', async () => {
    expect(await dial(`GET / HTTP/1.1\r\nhost: ${where}\r\nx-slow: `).closed).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('that sends its head letter by letter gains nothing by it', async () => {
    const { socket, closed } = dial(`GET / HTTP/1.1\r\nhost: ${where}\r\nx-slow: `)
    const drip = setInterval(() => socket.write('x'), 40)
    expect(await closed).toMatch(/^HTTP\/1\.1 408 /)
    clearInterval(drip)
  })

  it('that never ends its body is cut off', async () => {
    const head = [
      `host: ${where}`,
      `authorization: Bearer ${host.token}`,
      'content-type: application/json',
      'content-length: 1000',
    ]
    const { closed } = dial(`${['POST /rpc/note/add HTTP/1.1', ...head, '', ''].join('\r\n')}{"json":`)
    const ended = await Promise.race([closed, setTimeout(5_000, null)])
    expect(ended).not.toBeNull()
    expect(ended).not.toMatch(/^HTTP\/1\.1 200 /)
  })

  it('keeps nobody else waiting, nor do two hundred of them', async () => {
    const slow = Array.from({ length: 200 }, () => dial(`GET / HTTP/1.1\r\nhost: ${where}\r\nx-slow: `))
    expect((await rawRequest(host.origin, { path: '/' })).status).toBe(200)
    await Promise.all(slow.map(({ closed }) => closed))
  })
})
