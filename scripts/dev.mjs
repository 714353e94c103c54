// npm run dev: the renderer with hot replacement. In Electron where its binary is here, else in a browser.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { startBrowserDevelopment } from './dev-browser.ts'
import { findElectron } from './electron-binary.ts'

const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
if (findElectron(root) && !args.includes('--browser')) {
  const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  spawn(process.execPath, [cli, 'dev', '--', ...args], { cwd: root, stdio: 'inherit' }).once('exit', (code) => {
    process.exitCode = code ?? 1
  })
} else
  await startBrowserDevelopment(
    root,
    args.filter((arg) => arg !== '--browser'),
  )
