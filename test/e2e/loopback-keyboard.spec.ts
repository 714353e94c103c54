import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { riverAccord } from '#test/support/library-fixture.ts'
import { test } from '#test/support/loopback-app.ts'
import { pressTo, tabTo, takeInventory, waitForFinds } from '#test/support/reading.ts'

const pasted = 'A note on tolls.\n\nTolls rose by 4 per cent in 2018.'

test('an article is imported, marked, studied and exported by keyboard alone', async ({ app, page, context }) => {
  test.setTimeout(120_000)
  await app.open()
  const { keyboard } = page
  const river = page.getByRole('link', { name: 'River states agree to keep the locks open' }).first()

  await test.step('import by file dialog and by paste', async () => {
    const chooser = page.waitForEvent('filechooser')
    await keyboard.press('ControlOrMeta+o')
    await (await chooser).setFiles({ name: riverAccord.name, mimeType: 'text/plain', buffer: riverAccord.bytes })
    await expect(river).toBeVisible()

    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate((text) => navigator.clipboard.writeText(text), pasted)
    await keyboard.press('ControlOrMeta+v')
    await expect(page.getByRole('dialog', { name: 'Paste a text' }).getByLabel('Text', { exact: true })).toHaveValue(
      pasted,
    )
    await keyboard.press('Tab')
    await keyboard.type('On tolls')
    await keyboard.press('ControlOrMeta+Enter')
    await expect(page.getByRole('link', { name: 'On tolls' }).first()).toBeVisible()
    await waitForFinds(app.client())
  })

  await test.step('open it from the list', async () => {
    await page.reload() // the cards that came with the import go away
    await expect(page.getByRole('link', { name: 'On tolls' }).first()).toBeVisible()
    await keyboard.press('j')
    await pressTo(page, 'End', river)
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('River states agree to keep the locks open')
  })

  await test.step('mark across blocks and write a note', async () => {
    for (let paragraph = 0; paragraph < 4; paragraph++) await keyboard.press('j')
    await keyboard.press('ArrowLeft') // the last sentence of the paragraph before
    await keyboard.press('Shift+ArrowRight')
    await keyboard.press('2')
    await keyboard.press('Escape')
    await keyboard.press('ArrowRight')
    await keyboard.press('n')
    await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
    await keyboard.type('The **turn** of the talks')
    await keyboard.press('ControlOrMeta+Enter')
    await expect.poll(async () => (await app.client().annotation.list({})).total).toBe(2)
  })

  await test.step('go to a mark, change its category, open and leave it', async () => {
    await keyboard.press('Escape')
    await keyboard.press(']')
    await keyboard.press('3')
    await expect(page.getByRole('tabpanel').getByRole('button', { name: /^Claim/ })).toBeVisible()
    await keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await keyboard.press('ControlOrMeta+z')
    await expect(page.getByRole('tabpanel').getByRole('button', { name: /^Claim/ })).toBeHidden()
    await keyboard.press('ControlOrMeta+Shift+z')
    await expect(page.getByRole('tabpanel').getByRole('button', { name: /^Claim/ })).toBeVisible()
  })

  await test.step('find a figure in the side panel and go to its passage', async () => {
    await tabTo(page, page.getByRole('tab', { name: /^Marks/ }))
    await keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: /^People and groups/, selected: true })).toBeFocused()
    await keyboard.press('ArrowRight')
    const figure = page.getByRole('tabpanel').getByRole('button', { name: /12,500/ })
    await tabTo(page, figure)
    await keyboard.press('Enter')
    await expect(page.getByText('The union has 12,500 members').first()).toBeInViewport()
  })

  await test.step('keep a proposed card, change one, dismiss one', async () => {
    await tabTo(page, page.getByRole('tab', { name: /^Figures/ }))
    await keyboard.press('ArrowRight')
    const proposed = page.getByRole('list', { name: 'Proposed cards' })
    await expect(proposed.getByRole('listitem').nth(2)).toBeVisible()
    const count = await proposed.getByRole('listitem').count()
    await tabTo(page, proposed.locator('[tabindex="0"]').first())
    await keyboard.press('a')
    await expect(proposed.getByRole('listitem')).toHaveCount(count - 1)
    await keyboard.press('e')
    await tabTo(page, proposed.getByLabel(/Answer|Shown with the answer/))
    await keyboard.press('ControlOrMeta+a')
    await keyboard.type('In words of my own')
    await keyboard.press('ControlOrMeta+Enter')
    await expect(proposed.getByRole('listitem')).toHaveCount(count - 2)
    await tabTo(page, proposed.locator('[tabindex="0"]').first())
    await keyboard.press('d')
    await expect(proposed.getByRole('listitem')).toHaveCount(count - 3)
    await expect.poll(async () => (await app.client().card.list({ limit: 10 })).total).toBe(2)
  })

  await test.step('review what was kept, look at the passage, take an answer back', async () => {
    const answered = async () => (await app.client().review.counts({})).answeredToday
    await keyboard.press('g')
    await keyboard.press('r')
    await expect(page.getByRole('article', { name: 'Card', exact: true })).toBeFocused()
    await keyboard.press('p')
    await expect(page.getByRole('button', { name: 'Hide passage' })).toBeVisible()
    await keyboard.press('3')
    await expect.poll(answered).toBe(1)
    await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
    await keyboard.press('Space')
    await expect(page.getByRole('button', { name: /^Easy/ })).toBeVisible()
    await keyboard.press('4')
    await expect.poll(answered).toBe(2)
    await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible()
    await keyboard.press('u')
    await expect.poll(answered).toBe(1)
    await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
    await keyboard.press('Space')
    await expect(page.getByRole('button', { name: /^Hard/ })).toBeVisible()
    await keyboard.press('2')
    await expect.poll(answered).toBe(2)
  })

  await test.step('export the notes of the article', async () => {
    await keyboard.press('g')
    await keyboard.press('l')
    await expect(page.getByRole('link', { name: 'On tolls' }).first()).toBeVisible()
    await pressTo(page, 'End', river)
    await keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: 'More for this article' }))
    await keyboard.press('Enter')
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    const download = page.waitForEvent('download')
    await pressTo(page, 'ArrowDown', page.getByRole('menuitem', { name: 'Export as Markdown' }))
    await keyboard.press('Enter')
    const markdown = await readFile(await (await download).path(), 'utf8')
    for (const part of ['River states agree to keep the locks open', '2019-03-14', 'The **turn** of the talks'])
      expect(markdown).toContain(part)
  })

  await test.step('find everything as it was after a restart', async () => {
    const before = await takeInventory(app.client())
    await app.restart()
    expect(await takeInventory(app.client())).toEqual(before)
    await expect(page.getByRole('link', { name: 'On tolls' }).first()).toBeVisible()
    await pressTo(page, 'End', river)
    await keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: /^Marks/ })).toContainText('2')
  })
})
