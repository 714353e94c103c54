import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCore } from '#test/support/open-test-core.ts'

let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  test = openTestCore(Date.UTC(2026, 0, 5, 12))
})
afterEach(() => test.core.close())

describe('pictures', () => {
  it('come back as they were given, under the name of their content', async () => {
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
    const { sha256 } = await test.client.picture.add({ file: new File([bytes], 'x.txt') })
    expect(await test.client.picture.add({ file: new File([bytes], 'again.png') })).toEqual({ sha256 })
    const file = await test.client.picture.get({ sha256 })
    expect([file.type, [...new Uint8Array(await file.arrayBuffer())]]).toEqual(['image/png', [...bytes]])
  })

  it('are refused when they only say that they are pictures, or are too large', async () => {
    const bad = [
      new File(['<svg onload=x>'], 'a.png', { type: 'image/png' }),
      new File([new Uint8Array(6_000_000)], 'b.png'),
    ]
    for (const file of bad)
      await expect(test.client.picture.add({ file })).rejects.toMatchObject({ code: 'NOT_A_PICTURE' })
    await expect(test.client.picture.get({ sha256: 'a'.repeat(64) })).rejects.toMatchObject({ code: 'PICTURE_MISSING' })
  })
})
