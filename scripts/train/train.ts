/**
 * Learns the name recogniser from open data and writes resources/extraction/names.bin, always the same bytes.
 * npm run train -- [--data DIR] [--out FILE] [--hold-out]
 * --hold-out leaves the development sets out, for a model to be measured on them.
 */
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { encodeNameModel } from '#electron/extraction/names/model-format.ts'
import { buildNameModel } from '#electron/extraction/names/model-load.ts'
import { fitCalibration } from './calibration.ts'
import { readDocuments } from './corpus.ts'
import { loadLexicon } from './lexicon.ts'
import { DEVELOPMENT_SETS, SOURCES } from './sources.ts'
import { RECIPE, trainModel } from './train-model.ts'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, '../shared/data/ner') },
    out: { type: 'string', default: join(root, 'resources/extraction/names.bin') },
    'hold-out': { type: 'boolean', default: false },
  },
})

const started = performance.now()
const report = (line: string) =>
  process.stdout.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}\n`)
const lexicon = loadLexicon(values.data, join(here, 'lists'))
const options = { ...RECIPE, data: values.data, report }

// Confidence is fitted on documents the model has not seen, so a model without the development sets comes first.
const held = trainModel(
  SOURCES.filter((source) => !source.isDevelopment),
  lexicon,
  options,
)
const unseen = DEVELOPMENT_SETS.flatMap((name) => readDocuments(values.data, name))
const calibration = fitCalibration(buildNameModel(held), unseen)
const parts = values['hold-out'] ? held : trainModel(SOURCES, lexicon, options)
const bytes = encodeNameModel({ ...parts, calibration })
writeFileSync(values.out, bytes)
report(`${values.out}: ${bytes.length} bytes, ${parts.keys.length} features`)
