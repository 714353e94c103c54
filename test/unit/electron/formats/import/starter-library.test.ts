import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importFile } from '#electron/formats/import/import-file.ts'

const FOLDER = 'resources/starter'

async function readStarters() {
  const results = await Promise.all(
    readdirSync(FOLDER)
      .sort()
      .map((name) => importFile(name, readFileSync(`${FOLDER}/${name}`))),
  )
  return results.flatMap((result) => {
    if (result.kind === 'failed') throw new Error(result.code)
    return result.documents
  })
}

describe('the starter library', () => {
  it('holds five dated briefings that the importer reads', async () => {
    expect((await readStarters()).map(({ title, publishedOn }) => `${publishedOn} ${title}`)).toEqual([
      '2014-06-30 How Mosul fell in June 2014',
      '2014-09-30 The first air strikes against Islamic State, August and September 2014',
      '2014-09-08 Haider al-Abadi forms a government in Iraq',
      '2014-09-05 The NATO summit in Wales, September 2014',
      '2014-09-15 The Paris conference on Iraq, 15 September 2014',
    ])
  })

  it('is short, in English, under its own name, with headings between paragraphs', async () => {
    for (const { title, text, blocks, source, language } of await readStarters()) {
      expect({ source, language }, title).toEqual({ source: 'Dossier starter library', language: 'en' })
      expect(new Set(blocks.map((block) => block.kind)), title).toEqual(new Set(['heading', 'paragraph']))
      expect(text.split(/\s+/).length, title).toBeGreaterThanOrEqual(200)
      expect(text.split(/\s+/).length, title).toBeLessThanOrEqual(350)
    }
  })

  it('names the same people and groups in several briefings', async () => {
    const texts = (await readStarters()).map((document) => document.text)
    const articlesWith = (name: string) => texts.filter((text) => text.includes(name)).length
    for (const name of [
      'John Kerry',
      'Barack Obama',
      'François Hollande',
      'Fuad Masum',
      'Nouri al-Maliki',
      'Islamic State',
    ]) {
      expect(articlesWith(name), name).toBeGreaterThanOrEqual(2)
    }
  })
})
