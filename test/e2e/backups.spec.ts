import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { expectAccessible } from '../support/accessible.ts'
import { test } from '../support/loopback-app.ts'

test('a backup is made, listed with what is in it, restored, and the restore taken back', async ({ app, page }) => {
  await app.client().library.addStarter()
  await app.open()
  await page.keyboard.press('Control+,')
  await page.getByLabel('Find a setting').fill('backup')
  await page.getByRole('button', { name: 'Back up now' }).click()
  const list = page.getByRole('list', { name: 'Backups' })
  // One of the start may stand beside it by now.
  const made = list.getByRole('listitem').filter({ hasText: 'made by you: 5 articles, 0 marks' })
  await expect(made).toHaveCount(1)
  await app.client().article.importText({ text: 'A text that came after the backup.', title: 'Later' })
  await made.getByRole('button', { name: /^Restore/ }).click()
  await expect(page.getByText(/^The library is as it was/)).toBeVisible()
  expect((await app.client().library.info()).articleCount).toBe(5)
  await expect(list.getByRole('listitem').filter({ hasText: 'before a restore: 6 articles' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone: Restore of a backup')).toBeVisible()
  expect((await app.client().library.info()).articleCount).toBe(6)
})

test('a second place is used, or refused with a reason', async ({ app, page }) => {
  await app.client().library.addStarter()
  await app.open()
  await page.keyboard.press('Control+,')
  const second = page.getByRole('textbox', { name: 'Second place' })
  await second.fill('/nowhere/at all')
  await second.press('Enter')
  await expect(page.getByText('That folder can’t be reached or written')).toBeVisible()
  await second.fill(app.libraryDir)
  await second.press('Enter')
  await expect(page.getByText('Choose a folder apart from the library')).toBeVisible()
  const folder = mkdtempSync(join(tmpdir(), 'dossier-second-'))
  await second.fill(folder)
  await second.press('Enter')
  await expect(page.getByText('The second place is in use')).toBeVisible()
  expect((await app.client().backup.create()).places).toEqual(['library', 'second'])
  rmSync(folder, { recursive: true })
})

test('a check says that all is well', async ({ app, page }) => {
  await app.client().library.addStarter()
  await app.open()
  await page.keyboard.press('Control+,')
  await page.getByLabel('Find a setting').fill('backup')
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('All is well.')).toBeVisible()
  await expectAccessible(page)
})

test('a damaged library is told of at the start, and its newest backup restored', async ({ app, page }) => {
  await app.client().library.addStarter()
  await app.client().backup.create()
  await app.restart(() => truncateSync(join(app.libraryDir, 'library.db'), 3_000))
  await expect(page.getByRole('heading', { name: 'The library’s file is damaged' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Restore the backup' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Library', level: 1, exact: true })).toBeVisible()
  expect((await app.client().library.info()).articleCount).toBe(5)
})
