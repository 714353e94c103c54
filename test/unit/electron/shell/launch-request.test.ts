import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLaunchRequest } from '#electron/shell/launch-request.ts'

const here = resolve('/home/reader')
const packaged = (...args: string[]) => readLaunchRequest(['/opt/dossier', ...args], false, here)
const development = (...args: string[]) => readLaunchRequest(['/node_modules/electron', ...args], true, here)

describe('readLaunchRequest', () => {
  it('takes plain arguments as files, from the working directory', () => {
    const files = [resolve(here, 'a.txt'), resolve('/b.md')]
    expect(packaged('a.txt', resolve('/b.md'))).toEqual({ libraryDir: null, files, links: [], isHidden: false })
  })

  it('finds the library in either spelling', () => {
    expect(packaged('--library', 'news', 'a.txt')).toEqual({
      libraryDir: resolve(here, 'news'),
      files: [resolve(here, 'a.txt')],
      links: [],
      isHidden: false,
    })
    expect(packaged('--library=news').libraryDir).toBe(resolve(here, 'news'))
    expect(packaged('--library=').libraryDir).toBeNull()
    expect(packaged('--library').libraryDir).toBeNull()
  })

  it('passes over switches of Chromium and of the other host', () => {
    expect(packaged('--no-sandbox', '--remote-debugging-port=0', '--port', '80', '--no-open')).toEqual({
      libraryDir: null,
      files: [],
      links: [],
      isHidden: false,
    })
  })

  it('passes over the folder that Electron itself was given', () => {
    expect(development('--inspect=0', '.', 'a.txt').files).toEqual([resolve(here, 'a.txt')])
    expect(development('.').files).toEqual([])
  })

  it('tells links of ours from files, and a start with the computer from others', () => {
    expect(packaged('--hidden', 'dossier://card/7', 'a.txt')).toEqual({
      libraryDir: null,
      files: [resolve(here, 'a.txt')],
      links: ['dossier://card/7'],
      isHidden: true,
    })
  })

  it('takes what follows two dashes as files', () => {
    expect(packaged('--', '--odd name.txt').files).toEqual([resolve(here, '--odd name.txt')])
  })
})
