import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, missingReport, sumCounts } from '../../../scripts/test-counts.ts'

describe('countVitest', () => {
  it('counts tests, names what was left out, and counts a file that broke as failed', () => {
    const test = (status: string) => ({ status, fullName: `a ${status} test` })
    const report = {
      testResults: [
        { name: 'a', status: 'failed', assertionResults: [test('passed'), test('failed'), test('pending')] },
        { name: 'b', status: 'failed', assertionResults: [] },
        { name: 'c', status: 'failed', assertionResults: [test('passed'), test('skipped')] },
        { name: 'd', status: 'passed', assertionResults: [test('todo')] },
      ],
    }
    expect(countVitest(report)).toEqual({
      passed: 2,
      failed: 3,
      skipped: ['a pending test', 'a skipped test', 'a todo test'],
    })
  })
})

describe('countPlaywright', () => {
  it('counts through nested suites, flaky tests and errors as failed', () => {
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
    expect(countPlaywright(report)).toEqual({ passed: 2, failed: 3, skipped: ['a.spec.ts › inside › waits'] })
  })
})

describe('sumCounts', () => {
  it('adds up', () => {
    const counts = { passed: 2, failed: 1, skipped: ['x'] }
    expect(sumCounts([counts, counts, missingReport])).toEqual({ passed: 4, failed: 3, skipped: ['x', 'x'] })
  })
})
