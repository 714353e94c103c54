/** What a test runner did. `skipped` names what was left out. */
export interface TestCounts {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly string[]
}

/** For a runner that broke before or beside its tests. */
export const missingReport: TestCounts = { passed: 0, failed: 1, skipped: [] }

/** All counts in one. */
export function sumCounts(counts: readonly TestCounts[]): TestCounts {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    skipped: counts.flatMap(({ skipped }) => skipped),
  }
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/**
 * Counts vitest's JSON report. A file that failed without a failed test (it could not be loaded, or a hook threw)
 * counts as one failed test.
 */
export function countVitest(report: VitestReport): TestCounts {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const hasFailed = ({ status }: { readonly status: string }) => status === 'failed'
  const brokenFiles = report.testResults.filter((file) => hasFailed(file) && !file.assertionResults.some(hasFailed))
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(hasFailed).length + brokenFiles.length,
    skipped: tests.filter((test) => test.status !== 'passed' && !hasFailed(test)).map(({ fullName }) => fullName),
  }
}

interface PlaywrightSuite {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[]
}

/** Counts Playwright's JSON report. An error outside every test counts as one failed test, a flaky test as failed. */
export function countPlaywright(report: {
  readonly suites: readonly PlaywrightSuite[]
  readonly errors: readonly unknown[]
}): TestCounts {
  const tests = report.suites.flatMap((suite) => testsOf(suite, []))
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length + report.errors.length,
    skipped: tests.filter(({ status }) => status === 'skipped').map(({ name }) => name),
  }
}

function testsOf(suite: PlaywrightSuite, path: readonly string[]): { name: string; status: string }[] {
  const here = [...path, suite.title]
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status }) => ({ name: [...here, spec.title].join(' › '), status })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, here))]
}
