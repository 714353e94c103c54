// node --import ./test/support/electron-double/register.ts out/main/index.js
// Makes every import or require of 'electron' give the double.
import { registerHooks } from 'node:module'

const double = new URL('./main/electron.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    const isElectron = specifier === 'electron' || specifier === 'electron/main'
    return isElectron ? { url: double, shortCircuit: true } : next(specifier, context)
  },
})
