/** What a test runner did, with the names of what failed, what passed only when tried again, and what was left out. */
export interface TestCounts {
  readonly passed: number
  readonly failed: readonly string[]
  readonly wavered: readonly string[]
  readonly skipped: readonly string[]
}

/** For a runner that broke before or beside its tests. */
export function missingReport(runner: string): TestCounts {
  return { passed: 0, failed: [`${runner} itself`], wavered: [], skipped: [] }
}

/** All counts in one. */
export function sumCounts(counts: readonly TestCounts[]): TestCounts {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.flatMap(({ failed }) => failed),
    wavered: counts.flatMap(({ wavered }) => wavered),
    skipped: counts.flatMap(({ skipped }) => skipped),
  }
}

/** vitest's JSON report, as far as it is read here. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages?: readonly string[] | null
    }[]
  }[]
}

type TestFile = VitestReport['testResults'][number]

const hasFailed = ({ status }: { readonly status: string }) => status === 'failed'
const isBroken = (file: TestFile) => hasFailed(file) && !file.assertionResults.some(hasFailed)

/** The files that failed without a failed test: their process ended, say. */
export function brokenFiles(report: VitestReport): string[] {
  return report.testResults.filter(isBroken).map(({ name }) => name)
}

/** What came of a run whose broken files were run once more: those by the second report, all others by the first. */
export function countWithSecondRun(first: VitestReport, second: VitestReport): TestCounts {
  const counts = countVitest(second)
  const stillBroken = new Set(second.testResults.filter(hasFailed).map(({ name }) => name))
  const mended = brokenFiles(first).filter((name) => !stillBroken.has(name))
  const others = countVitest({ testResults: first.testResults.filter((file) => !isBroken(file)) })
  return sumCounts([others, { ...counts, wavered: [...counts.wavered, ...mended] }])
}

/**
 * Counts vitest's JSON report. A file that failed without a failed test (it could not be loaded, or a hook threw)
 * counts as one failed test. A test that passed and still has messages of failure passed when it was tried again.
 */
export function countVitest(report: VitestReport): TestCounts {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const passed = tests.filter(({ status }) => status === 'passed')
  return {
    passed: passed.length,
    failed: [...tests.filter(hasFailed).map(({ fullName }) => fullName), ...brokenFiles(report)],
    wavered: passed.filter(({ failureMessages }) => failureMessages?.length).map(({ fullName }) => fullName),
    skipped: tests.filter((test) => test.status !== 'passed' && !hasFailed(test)).map(({ fullName }) => fullName),
  }
}

interface PlaywrightSuite {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[]
}

/** Counts Playwright's JSON report. An error outside every test counts as one failed test. */
export function countPlaywright(report: {
  readonly suites: readonly PlaywrightSuite[]
  readonly errors: readonly unknown[]
}): TestCounts {
  const tests = report.suites.flatMap((suite) => testsOf(suite, []))
  const named = (wanted: string) => tests.filter(({ status }) => status === wanted).map(({ name }) => name)
  return {
    passed: named('expected').length + named('flaky').length,
    failed: [...named('unexpected'), ...report.errors.map(() => 'Playwright, outside every test')],
    wavered: named('flaky'),
    skipped: named('skipped'),
  }
}

function testsOf(suite: PlaywrightSuite, path: readonly string[]): { name: string; status: string }[] {
  const here = [...path, suite.title]
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status }) => ({ name: [...here, spec.title].join(' › '), status })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, here))]
}
