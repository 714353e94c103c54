import type { LoopbackApp } from './loopback-app.ts'
import { waitForFinds } from './reading.ts'

/** Imports texts as "Report 0", "Report 1" and so on, a day apart, waits for what is found in them, and opens the app. */
export async function importReports(app: LoopbackApp, texts: readonly string[]): Promise<void> {
  await app.client().library.declineStarter()
  for (const [index, text] of texts.entries())
    await app.client().article.importText({ text, title: `Report ${index}`, date: `2019-03-1${index}` })
  await waitForFinds(app.client())
  await app.open()
}
