import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { articlePath } from '#shared/domain/routes.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { articleText, goToHash, waitForDrawnNames } from '#test/support/reader-page.ts'
import { waitForFinds } from '#test/support/reading.ts'

const first = `Delta talks end with a promise

Prime Minister Ana Sorel met 14 fishermen in Port Alma on Monday.`
const second = `Boats return to the delta

Ana Sorel opened the repaired harbour of Port Alma. The port authority counts about 310 boats.`

test('tells who a name is under the pointer, and opens its dossier beside the text on a click', async ({
  app,
  page,
}) => {
  await begin(app, page)
  const name = await boxOf(page, 'Ana Sorel')
  await page.mouse.move(name.x + 8, name.y + name.height / 2)
  const card = page.getByRole('tooltip')
  await expect(card).toContainText('Ana Sorel')
  await expect(card).toContainText('Prime Minister')
  await expect(card).toContainText('Last seen just now in “Delta talks end with a promise”')
  await expect(card).toContainText('1 card, not asked yet')
  await page.mouse.move(name.x + 8, name.y + 300)
  await expect(card).toBeHidden()

  await page.mouse.click(name.x + 8, name.y + name.height / 2)
  const beside = page.getByRole('complementary', { name: 'Dossier of Ana Sorel' })
  await expect(beside.getByRole('region', { name: 'Mentions' }).getByRole('listitem')).toHaveCount(2)
  await expect(text(page)).toBeVisible()
  await expectAccessible(page)
  await beside.getByRole('button', { name: 'Port Alma', exact: true }).click()
  await expect(page.getByRole('complementary', { name: 'Dossier of Port Alma' })).toBeVisible()
  await page.getByRole('link', { name: 'Whole dossier' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Port Alma' })).toBeVisible()
})

test('goes from name to figure by keys, and into the dossier and back to the text', async ({ app, page }) => {
  await begin(app, page)
  await text(page).focus()
  const card = page.getByRole('tooltip')
  await page.keyboard.press('.')
  await expect(card).toContainText('Ana Sorel')
  await page.keyboard.press('.')
  await expect(card).toContainText('Port Alma')
  await page.keyboard.press('.')
  await expect(card).toContainText('about 310 boats')
  await page.keyboard.press(',')
  await expect(card).toContainText('Port Alma')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  const beside = page.getByRole('complementary', { name: 'Dossier of Port Alma' })
  await expect(beside.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(beside).toBeHidden()
  await expect(text(page)).toBeFocused()

  await page.keyboard.press('.')
  await expect(card).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await page.keyboard.press('e')
  await expect(text(page)).toHaveAttribute('data-names', 'off')
  await page.keyboard.press('.')
  await expect(card).toBeHidden()
})

/** Two articles on the same people; the first has been read, the second is open. */
async function begin(app: LoopbackApp, page: Page): Promise<void> {
  const client = app.client()
  await client.library.declineStarter()
  const read = await client.article.importText({ text: first, source: 'Delta Post', date: '2020-05-04' })
  const { articleId } = await client.article.importText({ text: second, source: 'Delta Post', date: '2020-09-01' })
  await waitForFinds(client)
  await client.article.setPosition({ articleId: read.articleId, position: 0, progress: 1 })
  const sorel = (await client.entity.list({ query: 'Sorel', limit: 1 })).items[0]
  if (!sorel) throw new Error('nobody of that name was found')
  await client.card.create({ front: 'Who is Ana Sorel?', back: 'The prime minister', entityId: sorel.id })
  await app.open()
  await page.evaluate((hash) => {
    location.hash = hash
  }, articlePath(articleId))
  await expect(text(page)).toContainText('repaired harbour')
  await waitForDrawnNames(page)
}

function text(page: Page) {
  return page.getByRole('document', { name: 'Text of the article' })
}

/** Where words of the text stand in the window. */
async function boxOf(page: Page, words: string) {
  return text(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const at = (walker.currentNode.textContent ?? '').indexOf(wanted)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(walker.currentNode, at)
      range.setEnd(walker.currentNode, at + wanted.length)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x, y, width, height }
    }
    throw new Error(`"${wanted}" is not on the page`)
  }, words)
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}

test('a key for the next name waits until names are there', async ({ app, page }) => {
  await app.open()
  const { articleId } = await app.client().article.importText({ text: 'Mayor Ada Brandt met Peter Lund in Lisbon.' })
  await page.route('**/rpc/entity/inArticle*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1200))
    await route.continue()
  })
  await goToHash(page, articlePath(articleId))
  await expect(articleText(page)).toBeVisible()
  await page.keyboard.press('.')
  await expect(page.locator('#announcements')).toHaveText('Still looking for names.')
  await expect(page.locator('#announcements')).toContainText('Ada Brandt, person')
})
