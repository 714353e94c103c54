import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resolveStaticFile } from '#electron/hosts/static-files.ts'

let above: string
let root: string

beforeAll(() => {
  above = mkdtempSync(join(tmpdir(), 'dossier-static-'))
  root = join(above, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(above, 'secret.txt'), 'secret')
  for (const name of ['index.html', 'assets/page.js', 'assets/a b.css', 'assets/font.WOFF2', 'assets/blob.xyz'])
    writeFileSync(join(root, name), name)
})
afterAll(() => rmSync(above, { recursive: true }))

describe('resolveStaticFile', () => {
  it('names a file below the root with its media type', () => {
    expect(resolveStaticFile(root, '/assets/page.js')).toEqual({
      file: join(root, 'assets', 'page.js'),
      mediaType: 'text/javascript; charset=utf-8',
    })
  })

  it('gives index.html for the root', () => {
    expect(resolveStaticFile(root, '/')).toEqual({
      file: join(root, 'index.html'),
      mediaType: 'text/html; charset=utf-8',
    })
  })

  it('decodes names, ignores the case of endings and calls unknown ones bytes', () => {
    expect(resolveStaticFile(root, '/assets/a%20b.css')?.file).toBe(join(root, 'assets', 'a b.css'))
    expect(resolveStaticFile(root, '/assets/font.WOFF2')?.mediaType).toBe('font/woff2')
    expect(resolveStaticFile(root, '/assets/blob.xyz')?.mediaType).toBe('application/octet-stream')
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/C:/secret.txt',
    '/index.html%00.js',
    '/index.html::$DATA',
    '/%',
    '/%E0%A4%A',
    '/assets',
    '/assets/',
    '/missing.js',
    '/./index.html',
    '/index.html/x',
    `/${'a'.repeat(5000)}`,
  ])('names nothing for %s', (path) => {
    expect(resolveStaticFile(root, path)).toBeNull()
  })
})
