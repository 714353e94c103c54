import { describe, expect, it } from 'vitest'
import { decodeText } from '#electron/formats/import/decode-text.ts'
import { decodePage } from '#electron/formats/import/html/decode-page.ts'

/** The bytes of a text in an encoding that can only be read here: every one or two bytes are tried. */
function encodeAs(encoding: string, text: string): Uint8Array {
  const bytesOf = new Map<string, readonly number[]>()
  const add = (bytes: readonly number[]) => {
    const char = new TextDecoder(encoding).decode(Uint8Array.from(bytes))
    if ([...char].length === 1 && char !== '\ufffd' && !bytesOf.has(char)) bytesOf.set(char, bytes)
  }
  for (let byte = 0; byte < 256; byte += 1) add([byte])
  if (/jis|euc|gb|big5/.test(encoding))
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) add([lead, trail])
  return Uint8Array.from([...text].flatMap((char) => bytesOf.get(char) ?? []))
}

const RUSSIAN = 'Соль везли зимой, на санях. Путь от Перми до Москвы занимал месяц, и цена её росла втрое.'
const JAPANESE = '塩の道は山を越えて続いた。商人たちは牛に荷を積み、三日かけて峠を渡ったという。'

const TEXTS: readonly (readonly [string, string])[] = [
  ['windows-1252', 'The carrier’s toll — “two groats” — stayed at £5 for 20° of latitude, ½ more by sea.'],
  ['windows-1252', 'Les péages à l’écluse étaient dus à Noël ; l’œuvre coûta 12 000 écus.'],
  ['windows-1252', 'Die Fähre über die Straße kostete fünf Groschen, größere Wägen das Doppelte.'],
  ['windows-1252', 'Þá fóru þeir með skreið og lýsi; það var verslað á ströndinni.'],
  ['macintosh', 'Les péages à l’écluse étaient dus à Noël ; l’œuvre coûta 12 000 écus.'],
  ['windows-1250', 'Żołnierze przewozili sól łodziami, a później wozami aż do Łęczycy.'],
  ['iso-8859-2', 'Żołnierze przewozili sól łodziami, a później wozami aż do Łęczycy.'],
  ['windows-1250', 'Kupci vozili sůl přes průsmyk; clo se platilo v každém městě zvlášť.'],
  ['windows-1254', 'Tuz yüklü gemiler ağır ağır İzmir’e döndü; şehrin ışıkları yanıyordu.'],
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['ibm866', RUSSIAN],
  ['windows-1253', 'Το αλάτι ταξίδευε με πλοία από τη μία ακτή στην άλλη, και η τιμή του ανέβαινε.'],
  ['windows-1255', 'המלח הובל בשיירות גמלים אל הנמל, ושם נמכר לסוחרים מעבר לים.'],
  ['windows-1256', 'كانت القوافل تحمل الملح إلى الميناء ثم تعود بالحبوب والقماش.'],
  ['shift_jis', JAPANESE],
  ['euc-jp', JAPANESE],
  ['gb18030', '盐商从海边把盐运到山里，一路上要过三个关口，所以价钱也就贵了。'],
  ['big5', '鹽商從海邊把鹽運到山裡，一路上要過三個關口，所以價錢也就貴了。'],
  ['euc-kr', '소금 장수는 바닷가에서 소금을 지고 산을 넘어 마을마다 팔러 다녔다.'],
]

describe('decodeText, of what is neither UTF-8 nor UTF-16', () => {
  it.each(TEXTS)('reads %s by its letters: %s', (encoding, text) => {
    const read = decodeText(encodeAs(encoding, text))
    expect(read.kind === 'decoded' ? read.text : read.code).toBe(text)
  })

  it('reads the escapes of ISO-2022-JP', () => {
    const bytes = new TextEncoder().encode('\u001b$B1v$NF;\u001b(B')
    expect(decodeText(bytes)).toEqual({ kind: 'decoded', text: '塩の道', encoding: 'iso-2022-jp' })
  })

  it('tells UTF-16 without a mark by its one script, where no letter holds a NUL', () => {
    const text = `${JAPANESE}\n一つの峠で二つの関所が置かれた。\n`
    for (const isLittle of [true, false]) {
      const view = new DataView(new ArrayBuffer(text.length * 2))
      for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), isLittle)
      const encoding = isLittle ? 'utf-16le' : 'utf-16be'
      expect(decodeText(new Uint8Array(view.buffer))).toEqual({ kind: 'decoded', text, encoding })
    }
  })
})

describe('decodePage', () => {
  it('finds the encoding that a page names after a long head, or in its XML declaration', () => {
    const head = `<html><head><style>${'.icon{color:red} '.repeat(400)}</style><meta charset="koi8-r"></head><body>`
    expect(decodePage(encodeAs('koi8-r', `${head}Соль`))).toContain('Соль')
    const xml = '<?xml version="1.0" encoding="windows-1250"?><html><body>Łęczyca</body></html>'
    expect(decodePage(encodeAs('windows-1250', xml))).toContain('Łęczyca')
  })

  it('reads a page that names none by its letters', () => {
    expect(decodePage(encodeAs('shift_jis', `<html><body><p>${JAPANESE}</p></body></html>`))).toContain(JAPANESE)
  })
})
