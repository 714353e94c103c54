import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createFileShelf } from '#electron/services/file-shelf.ts'

const MOST = 2

it('keeps the last files on disk until they are fetched, and none at the end', async () => {
  const end = new AbortController()
  const shelf = createFileShelf(MOST, end.signal)
  const made: { dir: string; fileId: string }[] = []
  for (const name of ['a', 'b', 'c']) {
    const dir = await shelf.makeDir()
    writeFileSync(join(dir, 'written'), `words of ${name}`)
    made.push({ dir, fileId: await shelf.put(dir, join(dir, 'written'), { name, mediaType: 'text/plain' }) })
  }
  expect(made.map(({ dir }) => existsSync(dir))).toEqual([false, true, true])
  const files = made.map(({ fileId }) => shelf.find(fileId))
  expect(await Promise.all(files.map((file) => file?.text()))).toEqual([undefined, 'words of b', 'words of c'])
  expect(files.map((file) => file?.name)).toEqual([undefined, 'b', 'c'])
  await shelf.drop(made[1]?.dir ?? '')
  expect(existsSync(made[1]?.dir ?? '')).toBe(false)
  const unfinished = await shelf.makeDir()
  end.abort()
  expect([unfinished, ...made.map(({ dir }) => dir)].filter((dir) => existsSync(dir))).toEqual([])
})
