// npm run serve: the loopback host, built first if needed.
import { join } from 'node:path'
import { buildWhenStale } from './build-when-stale.ts'

try {
  await buildWhenStale(join(import.meta.dirname, '..'))
  // npm runs scripts in the package's folder; the person's paths begin where npm was called.
  if (process.env.npm_lifecycle_event && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
  // By address: the file is there only once it is built, and import checks run before.
  await import(new URL('../out/main/serve.js', import.meta.url).href)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
