import type { ContractRouterClient } from '@orpc/contract'
import { expect, type Locator, type Page } from '@playwright/test'
import type { contract } from '#shared/contract/contract.ts'
import { waitUntilStill } from './accessible.ts'

/** Selects with the mouse, as a person does, from the beginning of `from` to the end of `to`. Both fit the window. */
export async function dragOver(page: Page, from: string, to: string): Promise<void> {
  await waitUntilStill(page)
  const { start, end } = await placesOf(page, from, to)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 })
  await page.mouse.move(end.x, end.y, { steps: 4 })
  await page.mouse.up()
}

/** Scrolls to `from` and tells where it begins and where the first `to` ends, in the middle of their lines. */
function placesOf(page: Page, from: string, to: string) {
  return page.getByRole('document', { name: 'Text of the article' }).evaluate(
    (text, [from, to]) => {
      const find = (words: string) => {
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) {
          const at = (walker.currentNode.textContent ?? '').indexOf(words)
          if (at >= 0) return { node: walker.currentNode, at }
        }
        throw new Error(`"${words}" is not on the page`)
      }
      const boxOf = ({ node, at }: { node: Node; at: number }) => {
        const letter = document.createRange()
        letter.setStart(node, at)
        letter.setEnd(node, at + 1)
        return letter.getBoundingClientRect()
      }
      const first = find(from)
      first.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      const begin = boxOf(first)
      const last = find(to)
      const finish = boxOf({ node: last.node, at: last.at + to.length - 1 })
      return {
        start: { x: begin.left + 1, y: (begin.top + begin.bottom) / 2 },
        end: { x: finish.right, y: (finish.top + finish.bottom) / 2 },
      }
    },
    [from, to] as const,
  )
}

/** Everything a library holds that a person made, for comparing before and after. */
export async function takeInventory(client: ContractRouterClient<typeof contract>) {
  const articles = await client.article.list({ limit: 50 })
  return {
    articles: articles.items.map(({ openedAtMs: _opened, ...article }) => article),
    marks: await client.annotation.list({}),
    cards: await client.card.list({ limit: 100 }),
    suggestions: (await client.suggestion.list({})).total,
    entities: await client.entity.list({ limit: 100 }),
    figures: await client.figure.list({ limit: 100 }),
    history: await client.history.state(),
    settings: await client.settings.get(),
  }
}

/** Waits until the article's names and figures have been looked for. */
export async function waitForFinds(client: ContractRouterClient<typeof contract>): Promise<void> {
  await expect
    .poll(async () => (await client.article.list({ limit: 50 })).items.map(({ extraction }) => extraction))
    .not.toContain('waiting')
}

/** Goes on with Tab until `target` has the focus: whoever has no mouse must get there. */
export function tabTo(page: Page, target: Locator): Promise<void> {
  return pressTo(page, 'Tab', target)
}

/** Presses `key` until `target` has the focus. */
export async function pressTo(page: Page, key: string, target: Locator): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not get there`)
}
