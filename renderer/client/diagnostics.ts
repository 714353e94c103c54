import { client } from './api.ts'

/** Puts what helps to find a fault on the clipboard. */
export async function copyDiagnostics(): Promise<void> {
  const { text } = await client.desktop.diagnostics()
  await navigator.clipboard.writeText(text)
}
