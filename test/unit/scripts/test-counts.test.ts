import { describe, expect, it } from 'vitest'
import {
  brokenFiles,
  countPlaywright,
  countVitest,
  countWithSecondRun,
  missingReport,
  sumCounts,
} from '../../../scripts/test-counts.ts'

describe('countVitest', () => {
  it('counts tests, names what was left out, and counts a file that broke as failed', () => {
    const test = (status: string) => ({ status, fullName: `a ${status} test`, failureMessages: [] })
    const again = { ...test('passed'), fullName: 'a wavering test', failureMessages: ['too late'] }
    const report = {
      testResults: [
        { name: 'a', status: 'failed', assertionResults: [test('passed'), test('failed'), test('pending')] },
        { name: 'b', status: 'failed', assertionResults: [] },
        { name: 'c', status: 'failed', assertionResults: [again, test('skipped')] },
        { name: 'd', status: 'passed', assertionResults: [test('todo')] },
      ],
    }
    expect(countVitest(report)).toEqual({
      passed: 2,
      failed: ['a failed test', 'b', 'c'],
      wavered: ['a wavering test'],
      skipped: ['a pending test', 'a skipped test', 'a todo test'],
    })
  })
})

describe('countWithSecondRun', () => {
  const test = (status: string, fullName: string) => ({ status, fullName, failureMessages: [] })
  const first = {
    testResults: [
      { name: 'a', status: 'failed', assertionResults: [test('failed', 'a fails')] },
      { name: 'b', status: 'failed', assertionResults: [test('passed', 'b passes')] },
      { name: 'c', status: 'failed', assertionResults: [] },
      { name: 'd', status: 'passed', assertionResults: [test('passed', 'd passes')] },
    ],
  }

  it('takes broken files by their second run, names them, and counts no test twice', () => {
    expect(brokenFiles(first)).toEqual(['b', 'c'])
    const second = {
      testResults: [
        { name: 'b', status: 'passed', assertionResults: [test('passed', 'b passes')] },
        { name: 'c', status: 'failed', assertionResults: [] },
      ],
    }
    expect(countWithSecondRun(first, second)).toEqual({
      passed: 2,
      failed: ['a fails', 'c'],
      wavered: ['b'],
      skipped: [],
    })
  })
})

describe('countPlaywright', () => {
  it('counts through nested suites, names flaky tests, and counts errors as failed', () => {
    const spec = (title: string, ...statuses: string[]) => ({ title, tests: statuses.map((status) => ({ status })) })
    const report = {
      errors: [{}],
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('works', 'expected'), spec('breaks', 'unexpected')],
          suites: [{ title: 'inside', specs: [spec('wavers', 'flaky'), spec('waits', 'skipped', 'expected')] }],
        },
      ],
    }
    expect(countPlaywright(report)).toEqual({
      passed: 3,
      failed: ['a.spec.ts › breaks', 'Playwright, outside every test'],
      wavered: ['a.spec.ts › inside › wavers'],
      skipped: ['a.spec.ts › inside › waits'],
    })
  })
})

describe('sumCounts', () => {
  it('adds up', () => {
    const counts = { passed: 2, failed: ['f'], wavered: ['w'], skipped: ['x'] }
    expect(sumCounts([counts, counts, missingReport('vitest')])).toEqual({
      passed: 4,
      failed: ['f', 'f', 'vitest itself'],
      wavered: ['w', 'w'],
      skipped: ['x', 'x'],
    })
  })
})
