import { expect, type Page } from '@playwright/test'
import { articlePath } from '#shared/domain/routes.ts'
import type { LoopbackApp } from './loopback-app.ts'

/** The text of the open article. */
export function articleText(page: Page) {
  return page.getByRole('document', { name: 'Text of the article' })
}

/** Goes to an address within the app, as a link would. */
export async function goToHash(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}

/** Imports a text by script, waits until names were looked for, and opens it. Gives the article as stored. */
export async function openText(app: LoopbackApp, page: Page, text: string, title?: string) {
  await app.open()
  const client = app.client()
  const { articleId } = await client.article.importText({ text, ...(title ? { title } : {}) })
  await expect.poll(async () => (await client.article.get({ articleId })).extraction).toBe('done')
  await goToHash(page, articlePath(articleId))
  await expect(articleText(page)).toBeVisible()
  return client.article.get({ articleId })
}

/** How many ranges are drawn under each name. */
export function drawnOn(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, highlight]) => [name, highlight.size])))
}

/** The words drawn under a name, by place. */
export function wordsDrawn(page: Page, name: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    return [...(CSS.highlights.get(wanted) ?? [])].map((range) => {
      const words = document.createRange()
      words.setStart(range.startContainer, range.startOffset)
      words.setEnd(range.endContainer, range.endOffset)
      return words.toString()
    })
  }, name)
}

/** Waits until something is drawn in the text: it can be read before its names are there, keys find none till then. */
export async function waitForDrawnNames(page: Page): Promise<void> {
  await expect.poll(async () => Object.values(await drawnOn(page)).some((size) => size > 0)).toBe(true)
}
