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

  it('stay while a card, a note or undo names them, and go when nothing does', async () => {
    const add = async (last: number) => {
      const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, last])
      return (await test.client.picture.add({ file: new File([bytes], 'x.png') })).sha256
    }
    const [onCard, onDeleted, before, inNote, nowhere] = [
      await add(1),
      await add(2),
      await add(3),
      await add(4),
      await add(5),
    ]
    const words = (sha256: string) => `![](picture:${sha256})`
    await test.client.card.create({ front: 'Where?', back: words(onCard ?? '') })
    const deleted = await test.client.card.create({ front: words(onDeleted ?? ''), back: 'Here' })
    await test.client.card.remove({ cardIds: [deleted.id] })
    const edited = await test.client.card.create({ front: words(before ?? ''), back: 'Here' })
    await test.client.card.update({ cardId: edited.id, front: 'Without it' })
    const { articleId } = await test.client.article.importText({ text: 'The dam was closed.', title: 'Dam' })
    await test.client.annotation.add({ articleId, start: 0, end: 3, note: words(inNote ?? '') })
    expect(await test.core.clearPictures()).toBe(0)
    test.time.nowMs += 8 * 86_400_000
    const fresh = await add(6)
    expect(await test.core.clearPictures()).toBe(1)
    for (const sha256 of [onCard, onDeleted, before, inNote, fresh])
      expect((await test.client.picture.get({ sha256: sha256 ?? '' })).size).toBe(5)
    await expect(test.client.picture.get({ sha256: nowhere ?? '' })).rejects.toMatchObject({ code: 'PICTURE_MISSING' })
  })
})
