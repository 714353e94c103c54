// The built program saves what it would print as a PDF file, against the double of Electron.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { PDF_CHANNEL } from '#shared/contract/channels.ts'
import { addProbe } from '../support/electron-double/check-app.ts'
import { expect, test } from '../support/electron-double/double-test.ts'
import { encode } from '../support/electron-double/wire/codec.ts'
import type { FromPage } from '../support/electron-double/wire/messages.ts'

const TEXT = 'The harbour of Lenz was closed on Tuesday.\n\nNobody was hurt, said the mayor.'

async function wordsOf(file: string): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)))
  return (await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, ' ')
}

test('an article is saved as PDF with its marks or without, and nothing else of the window', async ({
  startApp,
  userData,
}) => {
  const app = startApp({ args: ['--library', join(userData, 'library')] })
  const page = await app.firstPage()
  await addProbe(page)
  await page.evaluate(async (text) => {
    const { articleId } = await window.probe.article.importText({ text, title: 'Fire: in Lenz?' })
    await window.probe.annotation.add({ articleId, start: 0, end: 19, note: 'ask the insurers' })
    location.hash = `/article/${articleId}`
  }, TEXT)
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'More for this article' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const whole = join(userData, 'whole.pdf')
  await app.main.ask('setSavePath', whole)
  await choose('Save as PDF with marks…')
  await expect(page.getByText('Saved as whole.pdf')).toBeVisible()
  const words = await wordsOf(whole)
  expect(words).toContain('Nobody was hurt, said the mayor.')
  expect(words).toContain('ask the insurers')
  expect(words).not.toContain('Search everything')

  const plain = join(userData, 'plain.pdf')
  await app.main.ask('setSavePath', plain)
  await choose('Save the text alone as PDF…')
  await expect.poll(() => existsSync(plain)).toBe(true)
  await expect(page.getByText('Saved as plain.pdf')).toBeVisible()
  expect(await wordsOf(plain)).not.toContain('ask the insurers')

  await app.main.ask('setSavePath', join(userData, 'nowhere', 'lost.pdf'))
  await page.keyboard.press('Control+Shift+P')
  await expect(page.getByText('The PDF was not saved.')).toBeVisible()
  await app.main.ask('setSavePath', null)
  await page.keyboard.press('Control+Shift+P')
  await expect.poll(async () => (await app.state()).offeredNames).toEqual(Array(4).fill('Fire in Lenz.pdf'))
  await expect(page.locator('.print-sheet')).toHaveCount(0)
})

test('no other page, and no frame, has a PDF written', async ({ startApp, userData }) => {
  const app = startApp({ args: ['--library', join(userData, 'library')] })
  await app.firstPage()
  const message: FromPage = { kind: 'ipc', channel: PDF_CHANNEL, args: ['Stolen'], ports: [] }
  const ask = (url: string, isMain: boolean) => app.main.ask('fromPage', 1, { url, isMain }, encode(message))
  await ask('https://example.org/', true)
  await ask('app://dossier.example.org/', true)
  await ask('app://dossier/index.html', false)
  expect((await app.state()).offeredNames).toEqual([])
  await ask('app://dossier/index.html', true)
  expect((await app.state()).offeredNames).toEqual(['Stolen.pdf'])
})
