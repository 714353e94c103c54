import { decode, encode } from '../wire/codec.ts'
import type { FromPage, ToPage } from '../wire/messages.ts'

type Binding = (encoded: string) => Promise<void>

const binding = takeBinding()

/** Sends a message to the main process. */
export function tellMain(message: FromPage): void {
  void binding(encode(message))
}

/** Calls `listener` with each message of the main process. The page can't see the way it comes. */
export function hearMain(listener: (message: ToPage) => void): void {
  Object.defineProperty(window, Symbol.for('electron-double'), {
    // written by the main side
    value: (encoded: string) => listener(decode(encoded) as ToPage),
  })
}

function takeBinding(): Binding {
  const scope = window as unknown as { electronDoubleToMain?: Binding } // put there by the test
  const found = scope.electronDoubleToMain
  if (found === undefined) throw new Error('electron double: this page has no way to the main process')
  delete scope.electronDoubleToMain
  return found
}
