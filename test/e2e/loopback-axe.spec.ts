import { expect } from '@playwright/test'
import { articlePath, dossierPath, routes } from '#shared/domain/routes.ts'
import { expectAccessible } from '#test/support/accessible.ts'
import { riverAccord } from '#test/support/library-fixture.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { waitForFinds } from '#test/support/reading.ts'

/** A library in which every screen has something to show. */
async function fillLibrary(app: LoopbackApp) {
  const client = app.client()
  const files = [new File([riverAccord.bytes], riverAccord.name)]
  for await (const event of await client.article.import({ files })) expect(event).toBeTruthy()
  await waitForFinds(client)
  const [article] = (await client.article.list({ limit: 1 })).items
  const [entity] = (await client.entity.list({ limit: 1 })).items
  const [suggestion] = (await client.suggestion.list({})).items
  if (!article || !entity || !suggestion) throw new Error('the library could not be filled')
  await client.annotation.add({
    articleId: article.id,
    start: 60,
    end: 300,
    category: 2,
    note: 'A *note*',
    tags: ['rivers'],
  })
  await client.suggestion.accept({ suggestionId: suggestion.id })
  return { articleId: article.id, entityId: entity.id }
}

for (const theme of ['light', 'sepia', 'dark'] as const)
  test(`axe finds no serious violation on any screen in ${theme}`, async ({ app, page }) => {
    test.setTimeout(120_000)
    await app.open()
    // Only colours differ from theme to theme.
    const rules = theme === 'light' ? [] : ['color-contrast']
    await expectAccessible(page, 'welcome', rules)
    const { articleId, entityId } = await fillLibrary(app)
    await app.client().settings.set({ theme })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    const screens = [...Object.values(routes), articlePath(articleId), dossierPath(entityId), '/nowhere']
    for (const path of screens) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 15_000 })
      await expect(page.locator('main [role=status][aria-label]')).toHaveCount(0) // nothing is on its way any more
      await expectAccessible(page, path, rules)
    }
  })

test('axe finds no serious violation in what opens over a screen', async ({ app, page }) => {
  test.setTimeout(120_000)
  await app.open()
  const { articleId } = await fillLibrary(app)
  await page.reload()
  await expect(page.getByRole('link', { name: /River states/ }).first()).toBeVisible()
  for (const [name, keys] of [
    ['search', 'ControlOrMeta+k'],
    ['shortcuts', '?'],
  ] as const) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.getByRole('button', { name: 'Paste text' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page, 'paste')
  await page.keyboard.press('Escape')
  await page.evaluate((hash) => {
    location.hash = hash
  }, articlePath(articleId))
  for (const tab of ['People and groups', 'Figures', 'Cards', 'Marks']) {
    await page.getByRole('tab', { name: tab }).click()
    await expectAccessible(page, tab)
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press(']')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page, 'mark editor')
})
