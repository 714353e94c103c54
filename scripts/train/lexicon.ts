import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashText } from '#electron/extraction/names/features-hash.ts'
import { LISTS, MapLexicon } from '#electron/extraction/names/features-lexicon.ts'
import { phraseHash } from '#electron/extraction/names/features-sentence.ts'
import { tokenize } from '#electron/extraction/tokenize.ts'

/** Reads the clusters of the data folder and the name lists beside this file. */
export function loadLexicon(dataFolder: string, listFolder: string): MapLexicon {
  return new MapLexicon(readClusters(join(dataFolder, 'word-clusters.tsv')), readLists(listFolder))
}

function readClusters(file: string): Map<number, number> {
  const clusters = new Map<number, number>()
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const [word, coarse, fine] = line.split('\t')
    if (word === undefined) continue
    clusters.set(hashText(word), Number(coarse) + 1 + ((Number(fine) + 1) << 8))
  }
  return clusters
}

/** One file a list, entries parted by commas or lines; lines that start with # are notes. */
function readLists(folder: string): Map<number, number> {
  const lists = new Map<number, number>()
  for (const file of readdirSync(folder).toSorted()) {
    const index = LISTS.indexOf(file.replace('.txt', '') as (typeof LISTS)[number])
    if (index < 0) throw new Error(`No list is named ${file}`)
    const lines = readFileSync(join(folder, file), 'utf8').split('\n')
    for (const entry of lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(','))) {
      const hash = entryHash(entry)
      if (hash !== null) lists.set(hash, (lists.get(hash) ?? 0) | (1 << index))
    }
  }
  return lists
}

function entryHash(entry: string): number | null {
  const words = tokenize(entry).map((token) =>
    hashText(token.text.replaceAll('’', "'").toLowerCase().replace(/\p{N}/gu, '0')),
  )
  return words.length === 0 ? null : words.reduce((before, word) => phraseHash(before, word))
}
