// Other sites against the loopback host, in a real browser that takes every name for this computer.
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, expect } from '@playwright/test'
import { chromiumArgs, findChromium } from '#test/support/find-chromium.ts'
import { test } from '#test/support/loopback-app.ts'

/** A page of another site that calls whatever address it is given. */
async function startOtherSite(): Promise<{ server: Server; port: number }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Another site</title><p>Welcome.')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { server, port: (server.address() as AddressInfo).port } // a TCP server's address is an object
}

test('another site reaches nothing, also under a name that it points at this computer', async ({ app }) => {
  const { origin, port, hash } = new URL(app.url())
  const token = hash.slice('#token='.length)
  const site = await startOtherSite()
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArgs, '--host-resolver-rules=MAP *.test 127.0.0.1'],
  })
  try {
    const page = await browser.newPage()
    // DNS rebinding: the name of the other site leads here now, so the browser takes us for that site.
    const rebound = await page.goto(`http://rebound.test:${port}/`)
    expect(rebound?.status()).toBe(403)
    const call = { origin: `http://rebound.test:${port}`, token }
    expect(await page.evaluate(callLibrary, call)).toBe(403)
    // From its own address, even with the token: the answer is not to be read, and the call has no effect.
    await page.goto(`http://other.test:${site.port}/`)
    expect(await page.evaluate(callLibrary, { origin, token })).toBe('unreachable')
    expect(await page.evaluate(callWithoutAsking, { origin, token })).toBe('sent or blocked')
    expect(await framed(page, origin)).toBe(false)
  } finally {
    await browser.close()
    site.server.close()
  }
  expect((await app.client().article.list({ limit: 10 })).items).toEqual([])
})

async function callLibrary({ origin, token }: { origin: string; token: string }): Promise<number | 'unreachable'> {
  try {
    const answer = await fetch(`${origin}/rpc/article/importText`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ json: { text: 'Slipped in.' } }),
    })
    return answer.status
  } catch {
    return 'unreachable'
  }
}

/** A "simple" request, which a browser sends before it asks whether it may. */
async function callWithoutAsking({ origin, token }: { origin: string; token: string }): Promise<string> {
  const body = JSON.stringify({ json: { text: 'Slipped in.' }, token })
  const url = `${origin}/rpc/article/importText`
  await fetch(url, { method: 'POST', mode: 'no-cors', body }).catch(() => {}) // the browser itself may refuse
  return 'sent or blocked'
}

/** Whether the app shows inside a frame of the page. */
async function framed(page: import('@playwright/test').Page, origin: string): Promise<boolean> {
  await page.evaluate((src) => {
    const frame = document.createElement('iframe')
    frame.src = src
    const loaded = new Promise((done) => frame.addEventListener('load', done))
    document.body.append(frame)
    return loaded
  }, origin)
  const inner = page.frames().find((frame) => frame !== page.mainFrame())
  const heading = inner?.locator('nav, h1').first()
  return heading ? heading.isVisible().catch(() => false) : false
}

test('the token is in no address, no Referer, no file and no log', async ({ app, page }) => {
  const token = new URL(app.url()).hash.slice('#token='.length)
  const told: string[] = []
  page.on('request', (request) => {
    told.push(request.url(), request.headers().referer ?? '')
  })
  await app.open()
  await app.client().article.importText({ text: 'A sentence that stays.', title: 'What stays' })
  await page.getByText('What stays').first().click()
  await expect(page.getByText('A sentence that stays.').first()).toBeVisible()
  // The browser never sends what follows the #, so it is left off here too.
  const addresses = told.map((address) => address.split('#')[0])
  expect(addresses.filter((address) => address?.includes(token))).toEqual([])
  expect(await page.evaluate(() => [document.cookie, JSON.stringify(localStorage)].join())).not.toContain(token)
  expect(page.url()).not.toContain(token)
  for (const name of readdirSync(app.libraryDir, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue
    const bytes = readFileSync(join(name.parentPath, name.name))
    expect(bytes.includes(token), name.name).toBe(false)
  }
})
