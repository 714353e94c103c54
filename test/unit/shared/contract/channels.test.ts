import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '#shared/contract/channels.ts'

describe('contentSecurityPolicy', () => {
  it('permits nothing but our own files and styles with the nonce', () => {
    expect(contentSecurityPolicy('abc').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "worker-src 'self'",
      "style-src 'self' 'nonce-abc'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
  })
})

describe('channels.ts', () => {
  it('imports nothing, since the sandboxed preload bundles it', () => {
    const source = readFileSync(new URL('../../../../shared/contract/channels.ts', import.meta.url), 'utf8')
    expect(source).not.toMatch(/^import\b|^export .* from |\brequire\(|\bimport\(/m)
  })
})
