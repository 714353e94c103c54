/**
 * Measures figures, roles, quotations and links of what the extraction finds, on raw text.
 * node scripts/eval/eval-finds.ts [--data DIR] [--gold FILE]... [--names model|rules|gold] [--json]
 * --gold: files like those of the data folder instead of the Wikinews sets and our own; --names gold: takes the names
 * from the gold, to tell what the rules for figures, roles and quotations cost alone; --json: scores as the last line.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { extractWith } from '#electron/extraction/extract.ts'
import { createNameFinder } from '#electron/extraction/names/find-names.ts'
import { findNamesByRules } from '#electron/extraction/names/find-names-by-rules.ts'
import { loadNameModel } from '#electron/extraction/names/model-load.ts'
import type { FindNames } from '#electron/extraction/names/name-span.ts'
import type { ExtractionInput } from '#shared/domain/extraction.ts'
import { goldNames } from './gold-names.ts'
import { type GoldDocument, loadGold } from './load-gold.ts'
import { findLines } from './print-finds.ts'
import { scoreFinds } from './score-finds.ts'

const root = join(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, '../shared/data/ner') },
    gold: { type: 'string', multiple: true },
    names: { type: 'string', default: 'model' },
    json: { type: 'boolean', default: false },
  },
})
const own = join(root, 'test/fixtures/extraction-gold.jsonl')
const files = values.gold ?? [
  ...['wikinews-train', 'wikinews-dev'].map((name) => join(values.data, `${name}.jsonl`)).filter(existsSync),
  own,
]

const model = join(root, 'resources/extraction/names.bin')
const findByModel = createNameFinder(loadNameModel(readFileSync(model)))

function finderFor(input: ExtractionInput, gold: GoldDocument): FindNames {
  if (values.names === 'gold') return () => goldNames(input, gold)
  return values.names === 'rules' ? findNamesByRules : findByModel
}

const run = (input: ExtractionInput, gold: GoldDocument) => extractWith(finderFor(input, gold), values.names, input)
const print = (line: string) => process.stdout.write(`${line}\n`)

const report = files.flatMap((file) => {
  const documents = loadGold(file)
  const halves = ['development', 'held-out'].map((half) => documents.filter((document) => document.half === half))
  const name = basename(file, '.jsonl')
  if (halves.every((half) => half.length === 0)) return [{ name, scores: scoreFinds(documents, run) }]
  return halves.map((half, index) => ({
    name: `${name}, ${index === 0 ? 'development' : 'held-out'} half`,
    scores: scoreFinds(half, run),
  }))
})
for (const { name, scores } of report) for (const line of findLines(name, scores)) print(line)
if (values.json) print(JSON.stringify(Object.fromEntries(report.map(({ name, scores }) => [name, scores]))))
