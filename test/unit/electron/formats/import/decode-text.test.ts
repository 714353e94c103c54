import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '#electron/formats/import/decode-text.ts'
import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), littleEndian)
  return new Uint8Array(view.buffer)
}
const decoded = (text: string, encoding: string) => ({ kind: 'decoded', text, encoding })
const failed = (code: string) => ({ kind: 'failed', code })

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeText(utf8('Zoë – 東京'))).toEqual(decoded('Zoë – 東京', 'utf-8'))
    expect(decodeText(utf8('\uFEFFZoë'))).toEqual(decoded('Zoë', 'utf-8'))
  })

  it('reads UTF-16 of either order by its mark', () => {
    expect(decodeText(utf16('\uFEFFПариж', true))).toEqual(decoded('Париж', 'utf-16le'))
    expect(decodeText(utf16('\uFEFFПариж', false))).toEqual(decoded('Париж', 'utf-16be'))
  })

  it('tells UTF-16 without a mark by its NULs', () => {
    expect(decodeText(utf16('Paris, in autumn', true))).toEqual(decoded('Paris, in autumn', 'utf-16le'))
    expect(decodeText(utf16('Paris, in autumn', false))).toEqual(decoded('Paris, in autumn', 'utf-16be'))
  })

  it('falls back to Windows-1252 with its own quotation marks', () => {
    const bytes = Uint8Array.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80, 0x35])
    expect(decodeText(bytes)).toEqual(decoded('“café” €5', 'windows-1252'))
  })

  it('stays with UTF-8 when a few bytes of many are broken', () => {
    const text = 'é'.repeat(50)
    const bytes = Uint8Array.from([...utf8(text), 0xff, ...utf8(text)])
    expect(decodeText(bytes)).toEqual(decoded(`${text}\uFFFD${text}`, 'utf-8'))
  })

  it('takes a replacement character for one where all bytes are UTF-8', () => {
    expect(decodeText(utf8('\ufffd'.repeat(3) + ' is lost'))).toMatchObject({ encoding: 'utf-8' })
  })

  it('calls white space, NULs and marks alone empty', () => {
    for (const text of ['', ' \r\n\t', '\uFEFF', '\u00A0\n\u00A0', '\0\0\0\0']) {
      expect(decodeText(utf8(text)), JSON.stringify(text)).toEqual(failed('EMPTY'))
    }
  })

  it.each([
    ['PDF', utf8('%PDF-1.7\n%....')],
    ['zip', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8, 0])],
    ['PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['bytes without any order', Uint8Array.from({ length: 4096 }, (_, index) => (index * 167 + (index >> 3)) % 256)],
    ['a text with a control character in every tenth place', utf8('abcdefghi\u0001'.repeat(40))],
    ['a text with many an end of transmission', utf8('abcdefghi\u0010'.repeat(40))],
  ])('calls %s binary', (_name, bytes) => {
    expect(decodeText(bytes)).toEqual(failed('BINARY'))
  })

  it('takes a stray NUL in a long text for dirt', () => {
    expect(decodeText(utf8(`${'word '.repeat(100)}\0`)).kind).toBe('decoded')
  })

  it('refuses a file above the limit and reads one of just that size', () => {
    expect(decodeText(new Uint8Array(MAX_IMPORT_BYTES + 1).fill(97))).toEqual(failed('TOO_LARGE'))
    expect(decodeText(new Uint8Array(MAX_IMPORT_BYTES).fill(97)).kind).toBe('decoded')
  })

  it('gives back any text that was written as UTF-8', () => {
    const printable = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /[^\s\u200B]/.test(text))
    fc.assert(
      fc.property(printable, (text) => {
        const result = decodeText(utf8(`a line of plain words before it: ${text}`))
        expect(result).toEqual(decoded(`a line of plain words before it: ${text}`, 'utf-8'))
      }),
    )
  })

  it('answers whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(['decoded', 'failed']).toContain(decodeText(bytes).kind)
      }),
    )
  })
})
