import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { riverAccord } from '#test/support/library-fixture.ts'
import { test } from '#test/support/loopback-app.ts'
import { dragOver, takeInventory, waitForFinds } from '#test/support/reading.ts'

const letter = '# A letter from the lock\n\nThe water rose by 3 metres in two days, wrote Ada Brennt.\n'

test('an article is imported, marked, studied and exported with the mouse', async ({ app, page }) => {
  test.setTimeout(120_000)
  await app.open()

  await test.step('import by file dialog, by drop and by paste', async () => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    await (await chooser).setFiles({ name: riverAccord.name, mimeType: 'text/plain', buffer: riverAccord.bytes })
    await expect(page.getByRole('link', { name: 'River states agree to keep the locks open' }).first()).toBeVisible()

    const files = await page.evaluateHandle((text) => {
      const carried = new DataTransfer()
      carried.items.add(new File([text], 'letter.md', { type: 'text/markdown' }))
      return carried
    }, letter)
    for (const type of ['dragenter', 'dragover', 'drop'])
      await page.getByRole('main').dispatchEvent(type, { dataTransfer: files })
    await expect(page.getByRole('link', { name: 'A letter from the lock' }).first()).toBeVisible()

    await page.getByRole('button', { name: 'Paste text' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Paste a text' })
    await dialog.getByLabel('Text', { exact: true }).fill('A note on tolls.\n\nTolls rose by 4 per cent in 2018.')
    await dialog.getByLabel('Title').fill('On tolls')
    await dialog.getByRole('button', { name: 'Add to the library' }).click()
    await expect(page.getByRole('link', { name: 'On tolls' }).first()).toBeVisible()
    await waitForFinds(app.client())
  })

  await test.step('mark across blocks and write a note', async () => {
    await page.getByRole('link', { name: 'River states agree to keep the locks open' }).first().click()
    await dragOver(page, 'Nobody gains', 'dockers')
    const bar = page.getByRole('toolbar', { name: 'With the selection' })
    await bar.getByRole('button', { name: 'Mark as Question' }).click()
    await dragOver(page, 'We have all', 'enough')
    await bar.getByRole('button', { name: 'Note' }).click()
    await page.getByRole('textbox', { name: 'Note' }).fill('The **turn** of the talks')
    await page.getByRole('tab', { name: /^Marks/ }).click() // leaving the field saves
    await expect(page.getByRole('tabpanel').getByText('turn').first()).toBeVisible()
    const { items } = await app.client().annotation.list({})
    expect(items.map(({ quote }) => quote)).toEqual([
      'We have all lost enough',
      expect.stringMatching(/^Nobody gains from a closed river,"[\s\S]+\n\n[\s\S]+dockers$/),
    ])
  })

  await test.step('find people, groups and figures in the side panel', async () => {
    await page.getByRole('tab', { name: 'People and groups' }).click()
    const people = page.getByRole('tabpanel', { name: /^People and groups/ })
    for (const name of ['Elena Markovic', 'Tomas Brandt', 'River Transport Union', 'Serbia'])
      await expect(people.getByText(name, { exact: true }).first()).toBeVisible()
    await page.getByRole('tab', { name: 'Figures' }).click()
    await page
      .getByRole('tabpanel', { name: /^Figures/ })
      .getByText('12,500')
      .first()
      .click()
    await expect(page.getByText('The union has 12,500 members').first()).toBeInViewport()
  })

  await test.step('keep a proposed card, change one, dismiss one', async () => {
    await page.getByRole('tab', { name: 'Cards' }).click()
    const proposed = page.getByRole('list', { name: 'Proposed cards' })
    await expect(proposed.getByRole('listitem').nth(2)).toBeVisible()
    const count = await proposed.getByRole('listitem').count()
    await proposed.getByRole('button', { name: 'Keep' }).first().click()
    await expect(proposed.getByRole('listitem')).toHaveCount(count - 1)
    await proposed.getByRole('button', { name: 'Edit' }).first().click()
    await proposed.getByLabel(/Answer|Shown with the answer/).fill('In words of my own')
    await proposed.getByRole('button', { name: 'Keep the card' }).click()
    await expect(proposed.getByRole('listitem')).toHaveCount(count - 2)
    await proposed.getByRole('button', { name: 'Dismiss' }).first().click()
    await expect(proposed.getByRole('listitem')).toHaveCount(count - 3)
    await expect.poll(async () => (await app.client().card.list({ limit: 10 })).total).toBe(2)
  })

  await test.step('review what was kept, look at the passage, take an answer back', async () => {
    await page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: /^Review/ })
      .click()
    await expect(page.getByRole('article', { name: 'Card', exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Passage' }).click()
    await expect(page.getByRole('button', { name: 'Hide passage' })).toBeVisible()
    await page.getByRole('button', { name: /^Good/ }).click()
    await page.getByRole('button', { name: 'Show answer' }).click()
    await page.getByRole('button', { name: /^Easy/ }).click()
    await expect.poll(async () => (await app.client().review.counts({})).answeredToday).toBe(2)
    await page.getByRole('main').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await app.client().review.counts({})).answeredToday).toBe(1)
    await page.getByRole('button', { name: 'Show answer' }).click()
    await page.getByRole('button', { name: /^Hard/ }).click()
    await expect.poll(async () => (await app.client().review.counts({})).answeredToday).toBe(2)
  })

  await test.step('export the notes of the article', async () => {
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Library', exact: true }).click()
    await page.getByRole('link', { name: 'River states agree to keep the locks open' }).first().click()
    await page.getByRole('button', { name: 'More for this article' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Export as Markdown' }).click()
    const markdown = await readFile(await (await download).path(), 'utf8')
    for (const part of [
      'River states agree to keep the locks open',
      '2019-03-14',
      'The **turn** of the talks',
      'We have all lost enough',
    ])
      expect(markdown).toContain(part)
  })

  await test.step('find everything as it was after a restart', async () => {
    const before = await takeInventory(app.client())
    await app.restart()
    expect(await takeInventory(app.client())).toEqual(before)
    await page.getByRole('link', { name: 'River states agree to keep the locks open' }).first().click()
    await expect(page.getByRole('tab', { name: /^Marks/ })).toContainText('2')
  })
})
