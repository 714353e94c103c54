import { expect } from '@playwright/test'
import { test } from '#test/support/loopback-app.ts'

test('the page opens with the token, keeps it over a reload and shows it nowhere', async ({ app, page }) => {
  await app.open()
  await expect.poll(() => page.url()).not.toContain('token')
  await page.reload()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  expect(await page.content()).not.toContain(new URL(app.url()).hash.slice('#token='.length))
})

test('the tab of an old start opens with the address of a new one', async ({ app, page }) => {
  await app.open()
  await expect.poll(() => page.url()).not.toContain('token')
  // Only the fragment differs, so the browser itself loads nothing.
  await page.goto(app.url())
  await expect.poll(() => page.url()).not.toContain('token')
  await expect(page.getByRole('navigation').first()).toBeVisible()
})

test('the page opens with a one-time code as a window does', async ({ app, page }) => {
  // A code comes from the host alone, so the page here trades one that the test has put in its place.
  const { origin, hash } = new URL(app.url())
  const token = hash.slice('#token='.length)
  await page.route('**/session', async (route) => {
    expect(route.request().postDataJSON()).toEqual({ code: 'ONE-TIME-CODE' })
    await route.fulfill({ json: { token } })
  })
  await page.goto(`${origin}/#code=ONE-TIME-CODE`)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await expect.poll(() => page.url()).not.toContain('code')
})

test('the page finds its library again after the host was started anew', async ({ app, page }) => {
  await app.open()
  await app.client().article.importText({ text: 'A sentence that stays.', title: 'What stays' })
  await expect(page.getByText('What stays').first()).toBeVisible()
  await app.restart()
  await expect(page.getByText('What stays').first()).toBeVisible()
})
