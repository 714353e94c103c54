import type { AnkiNote } from './package-rows.ts'

type Kind = AnkiNote['kind']

/** Fixed for ever: Anki knows a note type by its number, and a second export must meet the first. */
export const modelIds: Readonly<Record<Kind, number>> = {
  basic: 1_726_000_000_001,
  reversed: 1_726_000_000_002,
  typed: 1_726_000_000_003,
  cloze: 1_726_000_000_004,
}

const names: Readonly<Record<Kind, string>> = {
  basic: 'Dossier',
  reversed: 'Dossier (both ways)',
  typed: 'Dossier (typed)',
  cloze: 'Dossier cloze',
}

const CSS = `.card { font-family: Georgia, serif; font-size: 20px; line-height: 1.5; text-align: left; max-width: 34em; margin: 1em auto; }
.source { font-size: 14px; color: #6a645a; margin-top: 1.5em; }
.cloze { font-weight: bold; color: #1f5f55; }`
const SOURCE = '{{#Source}}<div class="source">{{Source}}</div>{{/Source}}'

const templates: Readonly<Record<Kind, readonly (readonly [name: string, question: string, answer: string])[]>> = {
  basic: [['Card', '{{Front}}', `{{FrontSide}}<hr id=answer>{{Back}}${SOURCE}`]],
  reversed: [
    ['Card', '{{Front}}', `{{FrontSide}}<hr id=answer>{{Back}}${SOURCE}`],
    ['Card, the other way', '{{Back}}', `{{FrontSide}}<hr id=answer>{{Front}}${SOURCE}`],
  ],
  typed: [['Card', '{{Front}}<br>{{type:Back}}', `{{Front}}<hr id=answer>{{type:Back}}${SOURCE}`]],
  cloze: [['Cloze', '{{cloze:Text}}', `{{cloze:Text}}<br>{{Back Extra}}${SOURCE}`]],
}

/** The note types of a package, as Anki keeps them in `col.models`. Source: Anki's schema 11. */
export function ankiModels(deckId: number, modifiedAtS: number): Record<string, unknown> {
  const kinds: readonly Kind[] = ['basic', 'reversed', 'typed', 'cloze']
  return Object.fromEntries(kinds.map((kind) => [String(modelIds[kind]), model(kind, deckId, modifiedAtS)]))
}

function model(kind: Kind, deckId: number, modifiedAtS: number) {
  const fields = kind === 'cloze' ? ['Text', 'Back Extra', 'Source'] : ['Front', 'Back', 'Source']
  return {
    id: modelIds[kind],
    name: names[kind],
    type: kind === 'cloze' ? 1 : 0,
    mod: modifiedAtS,
    usn: -1,
    sortf: 0,
    did: deckId,
    tmpls: templates[kind].map(([name, qfmt, afmt], ord) => ({
      name,
      ord,
      qfmt,
      afmt,
      bqfmt: '',
      bafmt: '',
      did: null,
      bfont: '',
      bsize: 0,
    })),
    flds: fields.map((name, ord) => ({ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] })),
    css: CSS,
    latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    latexsvg: false,
    req: templates[kind].map((_, ord) => [ord, 'any', [ord === 1 ? 1 : 0]]),
    tags: [],
    vers: [],
  }
}
