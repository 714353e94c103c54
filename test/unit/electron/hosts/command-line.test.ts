import { describe, expect, it } from 'vitest'
import { parseCommandLine } from '#electron/hosts/command-line.ts'

const run = { kind: 'run', library: null, port: null, open: true, files: [] }

describe('parseCommandLine', () => {
  it.each([
    [[], run],
    [['--library', '/a b', '--port', '0', '--no-open'], { ...run, library: '/a b', port: 0, open: false }],
    [['--library=/a', '--port=65535'], { ...run, library: '/a', port: 65_535 }],
    [['one.txt', '--no-open', 'two.txt'], { ...run, open: false, files: ['one.txt', 'two.txt'] }],
    [['--', '--odd.txt'], { ...run, files: ['--odd.txt'] }],
    [['--help'], { kind: 'help' }],
    [['-h', '--version'], { kind: 'help' }],
    [['--version'], { kind: 'version' }],
  ])('reads %j', (argv, expected) => {
    expect(parseCommandLine(argv)).toEqual(expected)
  })

  it.each([
    [['--port', '65536'], '--port needs a number from 0 to 65535, not "65536".'],
    [['--port', 'x'], '--port needs a number from 0 to 65535, not "x".'],
    [['--port=-1'], '--port needs a number from 0 to 65535, not "-1".'],
    [['--port', ''], '--port needs a number from 0 to 65535, not "".'],
    [['--library='], '--library needs a folder.'],
    [['--bogus'], "Unknown option '--bogus'."],
    [['--port'], "Option '--port <value>' argument missing."],
  ])('refuses %j in one line', (argv, message) => {
    expect(parseCommandLine(argv)).toEqual({ kind: 'wrong', message })
  })
})
