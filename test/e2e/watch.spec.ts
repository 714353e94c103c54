import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { expectAccessible } from '../support/accessible.ts'
import { test } from '../support/loopback-app.ts'

test('a folder is watched: what comes is imported, told of in passing, and taken back', async ({ app, page }) => {
  await app.client().library.addStarter()
  const folder = `${app.libraryDir}-inbox`
  mkdirSync(folder)
  await app.open()
  await page.keyboard.press('Control+,')
  await page.getByLabel('Find a setting').fill('watch')
  const field = page.getByRole('textbox', { name: 'Watch a folder' })
  await field.fill(app.libraryDir)
  await field.press('Enter')
  await expect(page.getByText('The library’s own files can’t be imported into it.')).toBeVisible()
  await field.fill(folder)
  await field.press('Enter')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  // Nothing of this system can exist in a browser.
  await expect(page.getByRole('heading', { name: 'This computer' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Choose…' })).toHaveCount(0)
  writeFileSync(join(folder, 'council.md'), '# The council met\n\nIt met in the old hall.')
  writeFileSync(join(folder, 'empty.md'), '')
  await expect(page.getByText('1 article came from the folder you watch')).toBeVisible()
  const list = page.getByRole('list', { name: 'What came from the folder' })
  await expect(list.getByText('Imported: The council met.')).toBeVisible()
  await expect(list.getByText('There is no text in it.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone: Import of “The council met”')).toBeVisible()
  expect((await app.client().library.info()).articleCount).toBe(5)
})
