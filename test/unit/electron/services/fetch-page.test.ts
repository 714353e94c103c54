import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { decodeText } from '#electron/formats/import/decode-text.ts'
import { fetchPage } from '#electron/services/fetch-page.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

const page =
  '<html><head><title>Dam talks</title></head><body><p>Bo Li met 30 ministers in Paris on Monday.</p></body></html>'
const closers: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closers.push(() => new Promise((closed) => server.close(closed)))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const site: RequestListener = (request, response) => {
  if (request.url === '/dam') response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
  else if (request.url === '/cyrillic')
    response
      .setHeader('content-type', 'text/html; charset=windows-1251')
      .end(Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]))
  else if (request.url === '/moved') response.writeHead(302, { location: '/dam' }).end()
  else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
  else if (request.url === '/out') response.writeHead(302, { location: 'file:///etc/passwd' }).end()
  else if (request.url === '/large') {
    response.setHeader('content-type', 'text/plain')
    const chunk = Buffer.alloc(1024 * 1024, 'a')
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', more)
    more()
  } else response.writeHead(404).end()
}

describe('fetchPage', () => {
  it('follows redirects and names what it got by its kind', async () => {
    const origin = await serve(site)
    const fetched = await fetchPage(`${origin}/moved#part`)
    expect({ ...fetched, bytes: new TextDecoder().decode(fetched.bytes) }).toEqual({
      bytes: page,
      url: `${origin}/dam`,
      name: 'dam.html',
    })
  })

  it('reads the letters as the server says they are', async () => {
    const { bytes } = await fetchPage(`${await serve(site)}/cyrillic`)
    expect(decodeText(bytes)).toMatchObject({ text: 'Привет' })
  })

  it.each([
    ['an address that is none', 'river', 'ADDRESS_INVALID'],
    ['a file of this computer', 'file:///etc/passwd', 'ADDRESS_INVALID'],
    ['an address with a password', 'http://a:b@127.0.0.1/', 'ADDRESS_INVALID'],
    ['a redirect out of the web', '/out', 'ADDRESS_INVALID'],
    ['redirects without end', '/loop', 'PAGE_UNREACHABLE'],
    ['a port where nobody listens', 'http://127.0.0.1:1/', 'PAGE_UNREACHABLE'],
    ['a page that is not there', '/none', 'PAGE_REFUSED'],
    ['an answer without end', '/large', 'TOO_LARGE'],
  ])('refuses %s', async (_name, address, code) => {
    const origin = await serve(site)
    await expect(fetchPage(address.startsWith('/') ? origin + address : address)).rejects.toMatchObject({ code })
  })
})

describe('article.importAddress', () => {
  it('imports the page with its address, and knows it the second time', async () => {
    const origin = await serve(site)
    const { core, client } = openTestCore(Date.UTC(2014, 8, 16))
    closers.push(() => core.close())
    const { articleId, duplicateOf } = await client.article.importAddress({ url: `${origin}/dam` })
    expect(duplicateOf).toBeNull()
    expect(await client.article.get({ articleId })).toMatchObject({
      title: 'Dam talks',
      url: `${origin}/dam`,
      source: '127.0.0.1',
    })
    expect(await client.article.importAddress({ url: `${origin}/moved` })).toEqual({
      articleId,
      duplicateOf: articleId,
    })
  })
})
