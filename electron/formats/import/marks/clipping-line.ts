import { parseClippingDate } from './clipping-date.ts'

/** What the line above a clipping says of it. */
export interface ClippingLine {
  readonly kind: 'highlight' | 'note'
  /** Where it begins and ends, in the Kindle's own measure; null where only a page is named, as in a PDF. */
  readonly from: number | null
  readonly to: number | null
  readonly page: string | null
  readonly createdAtMs: number | null
}

/** How each language names what was clipped. Source: the files that Kindles of these languages write. */
const HIGHLIGHT =
  /highlight|markierung|surlignement|subrayado|evidenziazione|destaque|markering|markerad|zaznaczenie|выделенн|хайлайт|ハイライト|标注|標註|하이라이트|vurgu|zvýraznění/i
const NOTE =
  /\b(?:note|notiz|nota|notitie|anteckning|notatka|poznámka|not)(?!\p{L})|заметка|メモ|笔记|筆記|備註|메모|노트/iu
const BOOKMARK =
  /bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|bokmärke|zakładka|záložka|закладка|ブックマーク|书签|書籤|북마크|yer imi/i
const PAGE =
  /(?:page|seite|página|pagina|sida|strona|strana|странице?|ページ|页|頁|sayfa|第)[\s.:]*([\divxlc]+)(?:(?:[-–]|\s+t\/m\s+)[\divxlc]+)?(?![\p{L}\d])/iu
const PAGE_BEFORE = /(\d+)(?:[-–]\d+)?\s*(?:ページ|페이지)/
const LOCATION =
  /(?:location|loc\.|position|emplacement|posición|ubicación|posizione|posição|locatie|plats|miejsc[eu]|мест[оеа]\p{L}*|位置(?:No\.)?|konum)[\s.:#]*(\d+)(?:(?:[-–]|\s+t\/m\s+)(\d+))?/iu

/**
 * Reads the second line of a clipping; null for a bookmark and for a line that is none. A line in a language that is
 * not known is taken for that of a highlight: its words are not lost.
 */
export function readClippingLine(line: string): ClippingLine | null {
  if (!/^[-–—]\s/.test(line)) return null
  const isHighlight = HIGHLIGHT.test(line)
  if (!isHighlight && BOOKMARK.test(line)) return null
  const location = LOCATION.exec(line)
  const from = location?.[1] === undefined ? null : Number(location[1])
  return {
    kind: isHighlight || !NOTE.test(line) ? 'highlight' : 'note',
    from,
    to: location?.[2] === undefined ? from : endOfRange(location[1] ?? '', location[2]),
    page: (PAGE_BEFORE.exec(line) ?? PAGE.exec(line))?.[1] ?? null,
    createdAtMs: parseClippingDate(line),
  }
}

/** Older files shorten the end of a range: 1024-27 ends at 1027. */
function endOfRange(from: string, to: string): number {
  return Number(to.length < from.length ? from.slice(0, from.length - to.length) + to : to)
}
