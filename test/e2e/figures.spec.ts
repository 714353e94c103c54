import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { routes } from '#shared/domain/routes.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { waitForFinds } from '#test/support/reading.ts'

const reports = [
  [
    'Flood at Larne',
    'Delta Post',
    '2020-05-04',
    'The flood killed 12 people in Larne, said Ivo Brand. About 300 homes were damaged.',
  ],
  ['Larne counts its dead', 'The Courier', '2020-05-04', 'The flood killed 19 people in Larne, police said.'],
  ['Fire in a shop', 'The Courier', '2020-05-07', 'A fire killed 7 people in Paris.'],
  ['A week on', 'Delta Post', '2020-05-06', 'Between 10 and 14 people died in Larne. Prices rose by 4 percent.'],
] as const

test('sets figures that disagree side by side, in their list and on the dossier', async ({ app, page }) => {
  await begin(app, page)
  await page
    .getByRole('group', { name: 'Show' })
    .getByRole('button', { name: /^Disagreements/ })
    .click()
  const list = page.getByRole('list', { name: 'Disagreements' })
  const dispute = list.getByRole('article')
  await expect(dispute).toHaveCount(1)
  await expect(dispute.getByRole('link', { name: /^12.*Ivo Brand/ })).toBeVisible()
  await expect(dispute.getByRole('link', { name: /^19.*police/ })).toBeVisible()
  await expectAccessible(page)

  const find = page.getByRole('textbox', { name: 'Find a disagreement' })
  await find.fill('inflation')
  await expect(page.getByText('No such disagreement')).toBeVisible()
  await find.fill('larne')
  await expect(dispute).toHaveCount(1)
  await page.keyboard.press('Escape')

  // By keys: the pairs, then none of it.
  await page.keyboard.press('p')
  const pairs = dispute.getByRole('article')
  await expect(pairs).toHaveCount(2)
  await expect(pairs.filter({ hasText: 'killed 12' })).toContainText('killed 19 people')
  await expectAccessible(page)
  await pairs.first().getByRole('button', { name: 'These two do not disagree' }).click()
  await expect(pairs).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(pairs).toHaveCount(2)
  await page.keyboard.press('x')
  await expect(page.getByText('No disagreements', { exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(list.getByText('Larne', { exact: true }).first()).toBeVisible()

  await list.getByRole('link', { name: 'Larne', exact: true }).first().click()
  const more = page.getByRole('complementary', { name: 'More on Larne' })
  await expect(more.getByRole('region', { name: 'Figures that disagree' }).getByRole('article')).toHaveCount(2)
  await more.getByRole('link', { name: /^12 / }).first().click()
  await expect(page).toHaveURL(/#\/article\/.+\?at=\d+-\d+$/)
})

test('groups figures by what they measure and plots one measure over time', async ({ app, page }) => {
  await begin(app, page)
  await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'By measure' }).click()
  const measures = page.getByRole('list', { name: 'What is measured' })
  await expect(measures.getByRole('link', { name: /^people.* 4 figures in 4 articles/ })).toBeVisible()
  await expectAccessible(page)
  await measures.getByRole('link', { name: /^people.* 4 figures/ }).click()
  await expect(
    page.getByRole('figure', { name: /over time: 4 figures of 2 subjects, from 4 May 2020 to 7 May 2020/ }),
  ).toBeVisible()
  await expect(page.locator('.recharts-scatter-symbol')).toHaveCount(4)
  const rows = page.getByRole('list', { name: 'Figures' }).getByRole('link')
  await expect(rows).toHaveCount(4)
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Of whom or where' }).click()
  await page.getByRole('option', { name: 'Larne' }).click()
  await expect(page.getByRole('figure', { name: /over time: 3 figures of 2 sources/ })).toBeVisible()
  await expect(rows).toHaveCount(3)
  await page.getByRole('textbox', { name: 'Find a figure' }).fill('police')
  await expect(rows).toHaveCount(1)
  await page.goBack()
  await page.goBack()
  await expect(measures).toBeVisible()

  await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'Ledger' }).click()
  await page.getByRole('combobox', { name: 'Kind of quantity' }).click()
  await page.getByRole('option', { name: 'Per cent' }).click()
  await expect(page.getByRole('list', { name: 'Figures' }).getByRole('link')).toHaveCount(1)
})

async function begin(app: LoopbackApp, page: Page): Promise<void> {
  const client = app.client()
  await client.library.declineStarter()
  for (const [title, source, date, text] of reports) await client.article.importText({ title, source, date, text })
  await waitForFinds(client)
  await app.open()
  await page.evaluate((hash) => {
    location.hash = hash
  }, routes.figures)
  await expect(page.getByRole('heading', { level: 1, name: 'Figures' })).toBeVisible()
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}
