import type { ExportFile } from './export-file.ts'
import { escapeXml } from './word-paragraph.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const STYLES = `${HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${headingStyle(1, 36, 360)}${headingStyle(2, 26, 240)}</w:styles>`

function headingStyle(level: number, halfPoints: number, before: number): string {
  return `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="${before}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/></w:rPr></w:style>`
}

/**
 * The files that a Word document is made of, around what it says. Source: ECMA-376, parts 1 (17.2) and 2 (package).
 */
export function createWordParts(title: string) {
  const names = new Map<string, string>()
  return {
    /** Names an address; the document says at its end what each name stands for. */
    linkTo(url: string): string {
      const name = names.get(url) ?? `link${names.size + 1}`
      names.set(url, name)
      return name
    },
    /** All files, in the order that they have to be made in. `body`: its paragraphs. */
    around: (body: Iterable<string>): ExportFile[] => [
      { path: '[Content_Types].xml', parts: [CONTENT_TYPES] },
      { path: '_rels/.rels', parts: [packageRelations()] },
      { path: 'docProps/core.xml', parts: [coreOf(title)] },
      { path: 'word/styles.xml', parts: [STYLES] },
      { path: 'word/document.xml', parts: documentOf(body) },
      { path: 'word/_rels/document.xml.rels', parts: documentRelations(names) },
    ],
  }
}

function* documentOf(body: Iterable<string>): Generator<string, void, void> {
  yield `${HEAD}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}/relationships"><w:body>`
  yield* body
  yield '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>'
}

/** By the time this is asked for the document is written, and all its addresses are known. */
function* documentRelations(names: ReadonlyMap<string, string>): Generator<string, void, void> {
  yield `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="styles" Type="${OFFICE}/relationships/styles" Target="styles.xml"/>`
  for (const [url, name] of names)
    yield `<Relationship Id="${name}" Type="${OFFICE}/relationships/hyperlink" Target="${escapeXml(url)}" TargetMode="External"/>`
  yield '</Relationships>'
}

function packageRelations(): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="document" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
}

function coreOf(title: string): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Dossier</dc:creator></cp:coreProperties>`
}
