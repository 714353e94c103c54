import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findElectron, reasonAgainstDesktop } from '../../../scripts/electron-binary.ts'

describe('reasonAgainstDesktop', () => {
  it('finds none on macOS and Windows', () => {
    expect(reasonAgainstDesktop('darwin', {}, 501)).toBeNull()
    expect(reasonAgainstDesktop('win32', {}, null)).toBeNull()
  })

  it('needs a display of either kind on Linux', () => {
    expect(reasonAgainstDesktop('linux', {}, 1000)).toBe('There is no display here')
    expect(reasonAgainstDesktop('linux', { DISPLAY: ':0' }, 1000)).toBeNull()
    expect(reasonAgainstDesktop('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeNull()
  })

  it('refuses root on Linux, where the sandbox does', () => {
    expect(reasonAgainstDesktop('linux', { DISPLAY: ':0' }, 0)).toBe('Electron does not run as root')
  })
})

describe('findElectron', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'dossier-electron-'))
    mkdirSync(join(root, 'node_modules/electron/dist'), { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('gives null when the package has no binary, or one that is not there', () => {
    expect(findElectron(root)).toBeNull()
    writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')
    expect(findElectron(root)).toBeNull()
  })

  it('gives the binary that the package names', () => {
    writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron\n')
    writeFileSync(join(root, 'node_modules/electron/dist/electron'), '')
    expect(findElectron(root)).toBe(join(root, 'node_modules/electron/dist/electron'))
  })
})
