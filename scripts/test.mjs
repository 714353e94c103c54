// npm test: builds, runs vitest and Playwright, and ends with one line that counts both.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../test/support/find-chromium.ts'
import { buildWhenStale } from './build-when-stale.ts'
import {
  brokenFiles,
  countPlaywright,
  countVitest,
  countWithSecondRun,
  missingReport,
  sumCounts,
} from './test-counts.ts'

const root = join(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'dossier-test-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')
/** More broken files than this are no accident. */
const MOST_BROKEN = 3

function run(file, args, env = {}) {
  return new Promise((ended) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', file), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    child.once('exit', (code) => ended(code ?? 1))
  })
}

/** The runner's counts; a runner that failed without saying which test did counts as one failed test. */
function readCounts(name, report, count, code) {
  try {
    const counts = count(JSON.parse(readFileSync(report, 'utf8')))
    return code === 0 || counts.failed.length > 0 ? counts : sumCounts([counts, missingReport(name)])
  } catch (error) {
    console.error(`${name} left no report: ${error.message}`)
    return missingReport(name)
  }
}

const vitest = (report, files) =>
  run('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files])

/** Files whose process ended under them are run once more, as single tests are: they are named in the end. */
async function runVitest() {
  const code = await vitest(vitestReport, [])
  const first = existsSync(vitestReport) ? JSON.parse(readFileSync(vitestReport, 'utf8')) : { testResults: [] }
  const broken = brokenFiles(first)
  if (broken.length === 0 || broken.length > MOST_BROKEN) return readCounts('vitest', vitestReport, countVitest, code)
  const secondReport = join(reports, 'vitest-again.json')
  const secondCode = await vitest(secondReport, broken)
  return readCounts('vitest', secondReport, (second) => countWithSecondRun(first, second), secondCode)
}

async function runPlaywright() {
  try {
    findChromium()
  } catch (error) {
    console.error(error.message)
    return missingReport('Playwright')
  }
  const code = await run('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  })
  return readCounts('playwright', playwrightReport, countPlaywright, code)
}

try {
  await buildWhenStale(root)
  const { passed, failed, wavered, skipped } = sumCounts([await runVitest(), await runPlaywright()])
  for (const name of skipped) console.log(`skipped: ${name}`)
  for (const name of wavered) console.log(`passed when tried again: ${name}`)
  for (const name of failed) console.log(`failed: ${name}`)
  process.exitCode = failed.length > 0 ? 1 : 0
  console.log(`${passed} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`)
} catch (error) {
  console.error(error.message)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
} finally {
  rmSync(reports, { recursive: true, force: true })
}
