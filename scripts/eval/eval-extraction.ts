/**
 * Measures what the extraction finds, on raw text.
 * npm run eval:extraction -- [--data DIR] [--model FILE] [--gold FILE]... [--json]
 * npm run eval:extraction -- --raw < text
 * --gold: files like those of the data folder instead of the development sets; --json: scores as JSON in the last line;
 * --raw: the names of the text on standard input, one JSON object a line.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadNameModel } from '#electron/extraction/names/model-load.ts'
import { tagNames } from '#electron/extraction/names/tagger.ts'
import { splitSentences } from '#electron/extraction/sentences.ts'
import { tokenize } from '#electron/extraction/tokenize.ts'
import { joinDocuments, readRecords } from '../train/corpus.ts'
import { DEVELOPMENT_SETS, SOURCES } from '../train/sources.ts'
import { loadYardstick } from './compromise-yardstick.ts'
import { evaluateNames, type NameReport, nameHeading, nameRow } from './eval-names.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, '../shared/data/ner') },
    model: { type: 'string', default: join(root, 'resources/extraction/names.bin') },
    gold: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    raw: { type: 'boolean', default: false },
  },
})
const WARMING_DOCUMENTS = 400
const model = loadNameModel(readFileSync(values.model))

if (values.raw) printNames(readFileSync(0, 'utf8'))
else {
  await printScores(values.gold ?? DEVELOPMENT_SETS.map((name) => join(values.data, `${name}.jsonl`)))
  if (values.gold === undefined && !values.json) printFinds()
}

/** Figures, roles, quotations and links, by the command of their own. */
function printFinds(): void {
  const command = join(import.meta.dirname, 'eval-finds.ts')
  const { status } = spawnSync(process.execPath, [command, '--data', values.data], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}

function find(text: string) {
  const tokens = tokenize(text)
  return { names: tagNames(model, tokens, splitSentences(text, tokens, [])), tokens: tokens.length }
}

function printNames(text: string): void {
  const kinds: Partial<Record<string, string>> = { PER: 'person', ORG: 'group', LOC: 'place', NORP: 'group' }
  for (const { start, end, type, confidence } of find(text).names) {
    const kind = kinds[type]
    if (kind === undefined) continue
    const detail = type === 'NORP' ? 'people' : null
    const line = {
      start,
      end,
      kind,
      detail,
      type,
      text: text.slice(start, end),
      confidence: Number(confidence.toFixed(3)),
    }
    print(JSON.stringify(line))
  }
}

async function printScores(files: readonly string[]): Promise<void> {
  const sets = files.map((file) => ({
    name: basename(file, '.jsonl'),
    documents: joinDocuments(readRecords(file), file),
  }))
  const all = sets.flatMap((set) => set.documents)
  // The first pass makes the code hot, so that compiling it does not count as the recogniser's speed.
  evaluateNames(all.slice(0, WARMING_DOCUMENTS), find)
  print(nameHeading())
  for (const { name, documents } of sets) print(nameRow(name, evaluateNames(documents, find)))
  const everything = evaluateNames(all, find)
  if (sets.length > 1) print(nameRow('all of them', everything))
  const taught = sets.filter(({ name }) => SOURCES.some((source) => source.name === name)).map(({ name }) => name)
  if (taught.length > 0)
    print(
      `The shipped model has learned from ${taught.join(' and ')}: measure those with a model of "train --hold-out".`,
    )
  const yardstick = await loadYardstick()
  if (yardstick === null) print('compromise is not installed: nothing to compare with')
  else
    for (const { name, documents } of sets) print(nameRow(`compromise, ${name}`, evaluateNames(documents, yardstick)))
  if (values.json) print(JSON.stringify(toJson(everything)))
}

function print(line: string): void {
  process.stdout.write(`${line}
`)
}

function toJson({ scores, tokensPerSecond }: NameReport) {
  const { all, person, group, place, people } = scores
  return { all, person, group, place, people, tokensPerSecond }
}
