import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * Fails on what axe finds serious or critical in the page as it is once nothing moves. `screen` names it in the
 * failure; `rules` are all when left out.
 */
export async function expectAccessible(page: Page, screen = page.url(), rules: readonly string[] = []): Promise<void> {
  await waitUntilStill(page)
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 120)}`).join(', ')}`,
    )
  expect(serious, screen).toEqual([])
}

/**
 * Waits until the fonts are there and nothing has moved for some frames: what fades in has no contrast to measure yet,
 * a fade begins a frame or two after what it belongs to, and lines break anew with their font.
 */
export async function waitUntilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let stillFrames = 0; stillFrames < 5; stillFrames += 1) {
      await new Promise(requestAnimationFrame)
      const running = document.getAnimations().filter(({ playState }) => playState === 'running')
      if (running.length > 0) stillFrames = 0
      await Promise.all(running.map((animation) => animation.finished.catch(() => {})))
    }
  })
}
