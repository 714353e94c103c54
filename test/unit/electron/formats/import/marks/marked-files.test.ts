import { describe, expect, it } from 'vitest'
import { importFile } from '#electron/formats/import/import-file.ts'
import type { ImportedFile } from '#electron/formats/import/import-result.ts'
import { parseClippingDate } from '#electron/formats/import/marks/clipping-date.ts'
import { bytesOf, makeZip } from '../make-files.ts'

async function read(name: string, body: string | Uint8Array): Promise<ImportedFile> {
  const result = await importFile(name, typeof body === 'string' ? bytesOf(body) : body)
  if (result.kind === 'failed') throw new Error(result.code)
  return result
}

const marksOf = ({ sources = [] }: ImportedFile) =>
  sources.map(({ title, byline, url, marks }) => [
    title,
    byline,
    url,
    marks.map(({ quote, note, tags, place }) => [quote, note, tags, place]),
  ])

const clippings: readonly (readonly [language: string, about: string, note: string, at: readonly number[]])[] = [
  [
    'English',
    '- Your Highlight on page 12 | Location 180-182 | Added on Sunday, March 7, 2021 9:05:06 PM',
    '- Your Note on page 12 | Location 182 | Added on Sunday, March 7, 2021 9:06:06 PM',
    [2021, 2, 7, 21, 5, 6],
  ],
  [
    'German',
    '- Ihre Markierung auf Seite 12 | bei Position 180-182 | Hinzugefügt am Sonntag, 7. März 2021 21:05:06',
    '- Ihre Notiz auf Seite 12 | bei Position 182 | Hinzugefügt am Sonntag, 7. März 2021 21:06:06',
    [2021, 2, 7, 21, 5, 6],
  ],
  [
    'French',
    '- Votre surlignement sur la page 12 | emplacement 180-182 | Ajouté le dimanche 7 mars 2021 21:05:06',
    '- Votre note sur la page 12 | emplacement 182 | Ajouté le dimanche 7 mars 2021 21:06:06',
    [2021, 2, 7, 21, 5, 6],
  ],
  [
    'Spanish',
    '- Tu subrayado en la página 12 | posición 180-182 | Añadido el domingo, 7 de marzo de 2021 21:05:06',
    '- Tu nota en la página 12 | posición 182 | Añadido el domingo, 7 de marzo de 2021 21:06:06',
    [2021, 2, 7, 21, 5, 6],
  ],
  [
    'Italian',
    '- La tua evidenziazione a pagina 12 | posizione 180-182 | Aggiunto in data domenica 7 marzo 2021 21:05:06',
    '- La tua nota a pagina 12 | posizione 182 | Aggiunto in data domenica 7 marzo 2021 21:06:06',
    [2021, 2, 7, 21, 5, 6],
  ],
  [
    'Portuguese',
    '- Seu destaque na página 12 | posição 180-182 | Adicionado: domingo, 7 de março de 2021 21:05:06',
    '- Sua nota na página 12 | posição 182 | Adicionado: domingo, 7 de março de 2021 21:06:06',
    [2021, 2, 7, 21, 5, 6],
  ],
  [
    'Dutch',
    '- Je markering op pagina 12 | Locatie 180-182 | Toegevoegd op zondag 7 maart 2021 21:05:06',
    '- Je notitie op pagina 12 | Locatie 182 | Toegevoegd op zondag 7 maart 2021 21:06:06',
    [2021, 2, 7, 21, 5, 6],
  ],
  [
    'Japanese',
    '- 12ページ|位置No. 180-182のハイライト |作成日: 2021年3月7日日曜日 21:05:06',
    '- 12ページ|位置No. 182のメモ |作成日: 2021年3月7日日曜日 21:06:06',
    [2021, 2, 7, 21, 5, 6],
  ],
  [
    'Russian, with dashes for hyphens',
    '– Ваш выделенный отрывок на странице 12 | Место 180–182 | Добавлено: воскресенье, 7 марта 2021 г. в 21:05:06',
    '– Ваша заметка в месте 182 | Добавлено: воскресенье, 7 марта 2021 г. в 21:06:06',
    [2021, 2, 7, 21, 5, 6],
  ],
  [
    'Dutch of older Kindles',
    '- Je highlight op pagina 12 | locatie 180 t/m 182 | Toegevoegd op zondag 7 maart 2021 21:05:06',
    '- Je notitie op locatie 182 | Toegevoegd op zondag 7 maart 2021 21:06:06',
    [2021, 2, 7, 21, 5, 6],
  ],
  [
    'Chinese',
    '- 您在第 12 页（位置 #180-182）的标注 | 添加于 2021年3月7日星期日 下午9:05:06',
    '- 您在第 12 页（位置 #182）的笔记 | 添加于 2021年3月7日星期日 下午9:06:06',
    [2021, 2, 7, 21, 5, 6],
  ],
  [
    'English of the first Kindles',
    '- Highlight on Page 12 | Loc. 180-82 | Added on Sunday, 7 March 21 21:05:06 Greenwich Mean Time',
    '- Note on Page 12 | Loc. 182 | Added on Sunday, 7 March 21 21:06:06 Greenwich Mean Time',
    [2021, 2, 7, 21, 5, 6],
  ],
]

describe('clippings of a Kindle', () => {
  it.each(clippings)('are read in %s, a note with the mark it stands at', async (_language, about, note, at) => {
    const text = `\uFEFFDas Schiff (2. Auflage) (Wren, Ada)\r\n${about}\r\n\r\nFog had hidden the light.\r\n==========\r\nDas Schiff (2. Auflage) (Wren, Ada)\r\n${note}\r\n\r\nReally?\r\n==========\r\n`
    const file = await read('clip.txt', text)
    const [[title, byline, , marks]] = marksOf(file) as never as [[string, string, null, string[][]]]
    expect([title, byline]).toEqual(['Das Schiff (2. Auflage)', 'Wren, Ada'])
    expect(marks.map(([quote, words, , place]) => [quote, words, place])).toEqual([
      ['Fog had hidden the light.', 'Really?', 'Page 12'],
    ])
    const [year = 0, month = 0, ...rest] = at
    expect(parseClippingDate(about)).toBe(new Date(year, month, ...rest).getTime())
  })

  it('keep one mark where one was made longer, and leave bookmarks', async () => {
    const clip = (about: string, words: string) => `A Book (B)\n- Your ${about}\n\n${words}\n==========\n`
    const file = await read(
      'My Clippings.txt',
      clip('Highlight on Location 10-11', 'Fog had hidden') +
        clip('Bookmark on Location 12', '') +
        clip('Highlight on Location 10-12', 'Fog had hidden the light'),
    )
    expect(marksOf(file)).toEqual([['A Book', 'B', null, [['Fog had hidden the light', '', [], 'Location 10']]]])
  })
})

describe('clippings of a Kindle, at their edges', () => {
  const clip = (about: string, words: string) => `A Book (B)\n- ${about}\n\n${words}\n==========\n`
  const marks = async (...parts: string[]) => marksOf(await read('clip.txt', parts.join('')))[0]?.[3]

  it('keep what a publisher let be clipped, and nothing of what was said in place of the rest', async () => {
    const found = await marks(
      clip('Your Highlight on Location 10-40', 'Fog had <You have reached the clipping limit for this item>'),
      clip('Your Highlight on Location 50-60', ' <You have reached the clipping limit for this item>'),
      clip('Ваш выделенный отрывок в месте 70', '<Вы достигли максимального количества элементов>'),
      clip('Your Highlight on Location 80-81', 'a <b> of c'),
    )
    expect(found).toEqual([
      ['Fog had', '', [], 'Location 10'],
      ['a <b> of c', '', [], 'Location 80'],
    ])
  })

  it('keep a note once, however often it was put away while it was written', async () => {
    const found = await marks(
      clip('Your Note on page 7 | Location 114', 'The fog'),
      clip('Your Note on page 7 | Location 114', 'The fog again'),
      clip('Your Note on page 9 | Location 150', 'The fog'),
    )
    expect(found).toEqual([
      ['', 'The fog again', [], 'Page 7'],
      ['', 'The fog', [], 'Page 9'],
    ])
  })

  it('take a line in a language that is not known for that of a highlight', async () => {
    expect(await marks(clip('Þú merktir á síðu 5 | staðsetning 60', 'Þoka lá yfir'))).toEqual([
      ['Þoka lá yfir', '', [], null],
    ])
  })

  it('keep the same words of two pages of a PDF, which has no locations', async () => {
    const found = await marks(
      clip('Your Highlight on page 14-14', 'Fog had hidden'),
      clip('Your Highlight on page 20-20', 'Fog had hidden'),
    )
    expect(found).toEqual([
      ['Fog had hidden', '', [], 'Page 14'],
      ['Fog had hidden', '', [], 'Page 20'],
    ])
  })
})

describe('marks of other programs', () => {
  it('come out of a table of Readwise, a book at a time', async () => {
    const table = `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n"Fog, again.",The Harbour,Ada Wren,,My note,yellow,"sea,fog",page,12,2021-03-07 21:05:06+00:00,\nMore.,The Harbour,Ada Wren,,,,,location,88,,\n`
    expect(marksOf(await read('r.csv', table))).toEqual([
      [
        'The Harbour',
        'Ada Wren',
        null,
        [
          ['Fog, again.', 'My note', ['sea', 'fog'], 'Page 12'],
          ['More.', '', [], 'Location 88'],
        ],
      ],
    ])
  })

  it('come out of JSON of Hypothesis with the words around them, replies apart', async () => {
    const one = (text: string, more: object) => ({
      uri: 'https://a.example/x',
      text,
      tags: ['t'],
      created: '2021-03-07T21:05:06Z',
      document: { title: ['A page'] },
      target: [
        {
          selector: [
            { type: 'TextPositionSelector', start: 1 },
            { type: 'TextQuoteSelector', exact: 'the light', prefix: 'hidden ', suffix: '.' },
          ],
        },
      ],
      ...more,
    })
    const file = await read(
      'h.json',
      JSON.stringify({ annotations: [one('n', {}), one('reply', { references: ['x'] })] }),
    )
    expect(marksOf(file)).toEqual([['A page', null, 'https://a.example/x', [['the light', 'n', ['t'], null]]]])
    expect(file.sources?.[0]?.marks[0]).toMatchObject({
      prefix: 'hidden ',
      suffix: '.',
      createdAtMs: Date.UTC(2021, 2, 7, 21, 5, 6),
    })
  })

  it('come out of JSON and Markdown of Zotero', async () => {
    const items = {
      items: [
        {
          itemType: 'book',
          title: 'The Harbour',
          creators: [{ firstName: 'Ada', lastName: 'Wren' }],
          attachments: [
            {
              annotations: [
                {
                  annotationType: 'highlight',
                  annotationText: 'the light',
                  annotationComment: 'see',
                  annotationColor: '#5fb236',
                  annotationPageLabel: 'iv',
                  tags: [{ tag: 'sea' }],
                },
              ],
            },
          ],
        },
      ],
    }
    const json = await read('z.json', JSON.stringify(items))
    expect(marksOf(json)).toEqual([['The Harbour', 'Ada Wren', null, [['the light', 'see', ['sea'], 'Page iv']]]])
    expect(json.sources?.[0]?.marks[0]?.color).toBe('green')
    const note =
      '# Annotations  \n(3/7/2021, 9:05:06 PM)\n\n“Fog had hidden the light.” ([Wren, 2020, p. 12](zotero://select/library/items/AAA)) ([pdf](zotero://open-pdf/library/items/BBB?page=13&annotation=CCC)) Is it so?\n\n“Nobody was hurt.” ([Wren, 2020, p. 13](zotero://select/library/items/AAA)) ([pdf](zotero://open-pdf/library/items/BBB?page=14))'
    expect(marksOf(await read('The Harbour.md', note))).toEqual([
      [
        'The Harbour',
        'Wren',
        null,
        [
          ['Fog had hidden the light.', 'Is it so?', [], 'Page 12'],
          ['Nobody was hurt.', '', [], 'Page 13'],
        ],
      ],
    ])
  })

  it('come out of notes that other programs make of Zotero, with colours and remarks', async () => {
    const link = (page: number) =>
      `[(p. ${page})](zotero://open-pdf/library/items/BBB?page=${page}&annotation=C${page})`
    const note = `---
title: "The Harbour: a study"
authors: Ada Wren
---
# The Harbour

%% begin annotations %%

##### Imported on 2024-02-16 4:20 pm
>[!quote|#ffd400]
>Fog had hidden the light. ${link(3)}

My own remark.

---
<mark style="background: #2ea8e5">Nobody was hurt.</mark> ${link(4)}

> « Le feu était éteint. » ([Wren, 2020, p. 21](zotero://select/library/items/AAA)) ([pdf](zotero://open-pdf/library/items/BBB?page=23&annotation=C5))
`
    const file = await read('n.md', note)
    expect(marksOf(file)).toEqual([
      [
        'The Harbour: a study',
        'Ada Wren',
        null,
        [
          ['Fog had hidden the light.', 'My own remark.', [], 'Page 3'],
          ['Nobody was hurt.', '', [], 'Page 4'],
          ['Le feu était éteint.', '', [], 'Page 21'],
        ],
      ],
    ])
    expect(file.sources?.[0]?.marks.map(({ color }) => color)).toEqual(['yellow', 'blue', null])
  })

  it('leave an article of a person alone that only cites Zotero', async () => {
    const article =
      '# Fog\n\nA long piece that somebody wrote on fog and light.[^1]\n\n> “Quoted once.” ([Wren, p. 2](zotero://select/library/items/AAA))\n\n[^1]: [A book](zotero://open-pdf/library/items/BBB?page=82)\n'
    const file = await read('fog.md', article)
    expect([file.format, file.sources ?? []]).toEqual(['markdown', []])
    expect(file.documents[0]?.text).toContain('somebody wrote on fog')
  })

  it('have no place that says nothing, and are none without words', async () => {
    const readwise = `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\nFog.,Harbour,,,,,,order,2,,\nLight.,Harbour,,,,,,none,0,,\nSound.,Harbour,,,,,,time_offset,754,,\n`
    expect(marksOf(await read('r.csv', readwise))[0]?.[3]).toEqual([
      ['Fog.', '', [], null],
      ['Light.', '', [], null],
      ['Sound.', '', [], null],
    ])
    const drawing = { itemType: 'annotation', annotationType: 'ink', parentItem: 'P', key: 'K' }
    const words = { ...drawing, key: 'L', annotationType: 'highlight', annotationText: 'the light' }
    const zotero = await read('z.json', JSON.stringify([drawing, words]))
    expect(marksOf(zotero)[0]?.[3]).toEqual([['the light', '', [], null]])
  })

  it('come out of the table that Hypothesis exports, and of pages read by its proxy', async () => {
    const table =
      'Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\n2024-02-16T10:00:00Z,ada,,https://a.example/x,Public,Annotation,the light,n,"a,b"\n2024-02-16T10:00:00Z,bo,,https://a.example/x,Public,Reply,,no,\n'
    expect(marksOf(await read('h.csv', table))).toEqual([
      ['https://a.example/x', null, 'https://a.example/x', [['the light', 'n', ['a', 'b'], null]]],
    ])
    const row = { uri: 'https://via.hypothes.is/https://a.example/x', text: 'n', tags: [], target: [{}] }
    expect(marksOf(await read('h.json', JSON.stringify({ annotations: [row] })))).toEqual([
      ['https://a.example/x', null, 'https://a.example/x', [['', 'n', [], null]]],
    ])
  })

  it('come with their articles out of wallabag and Omnivore', async () => {
    const entry = {
      id: 1,
      title: 'Harbour',
      url: 'https://a.example/h',
      content: '<p>Fog had hidden the light.</p>',
      is_archived: 0,
      tags: ['sea'],
      language: 'en_GB',
      published_at: '2021-03-07T00:00:00Z',
      published_by: ['Ada Wren'],
      domain_name: 'www.a.example',
      annotations: [{ quote: 'the light', text: 'see' }],
    }
    const wallabag = await read('w.json', JSON.stringify([entry]))
    expect(wallabag.documents).toMatchObject([
      {
        title: 'Harbour',
        byline: 'Ada Wren',
        source: 'a.example',
        publishedOn: '2021-03-07',
        language: 'en-GB',
        text: 'Fog had hidden the light.',
      },
    ])
    expect(marksOf(wallabag)).toEqual([
      ['Harbour', 'Ada Wren', 'https://a.example/h', [['the light', 'see', ['sea'], null]]],
    ])
    const meta = [
      {
        slug: 'harbour',
        title: 'Harbour',
        url: 'https://a.example/h',
        author: 'Ada Wren',
        savedAt: '2021-03-07T00:00:00Z',
        labels: ['sea'],
      },
      { slug: 'gone', title: 'Gone', url: 'https://a.example/g', savedAt: '2021-03-07T00:00:00Z', labels: ['x'] },
    ]
    const zip = makeZip({
      'metadata_0_to_20.json': JSON.stringify(meta),
      'content/harbour.html': '<p>Fog had hidden the light.</p>',
      'highlights/harbour.md':
        'Of the whole.\n\n> the light\nwent out \n\n#sea #two words\n\nSee this\n#not a label\n\n> Fog\n> \n> again \n',
    })
    const omnivore = await read('export.zip', zip)
    expect(omnivore.documents.map(({ title }) => title)).toEqual(['Harbour'])
    expect(marksOf(omnivore)).toEqual([
      [
        'Harbour',
        'Ada Wren',
        'https://a.example/h',
        [
          ['', 'Of the whole.', [], null],
          ['the light\nwent out', 'See this\n#not a label', ['sea', 'two words'], null],
          ['Fog\n\nagain', '', [], null],
        ],
      ],
    ])
    expect(omnivore.addresses).toMatchObject([{ url: 'https://a.example/g', tags: ['x'] }])
  })

  it('come out of Instapaper and Pocket, pages that were kept as addresses', async () => {
    const instapaper = await read(
      'i.csv',
      'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://a.example/h,Harbour,the light,Unread,1615150000,"[""sea""]"\nhttps://a.example/b,Bread,,Unread,1615150000,[]\njavascript:x,Bad,,Unread,1,[]\n',
    )
    expect(marksOf(instapaper)).toEqual([['Harbour', null, 'https://a.example/h', [['the light', '', ['sea'], null]]]])
    expect(instapaper.addresses?.map(({ url }) => url)).toEqual(['https://a.example/h', 'https://a.example/b'])
    const pocket = await read(
      'p.csv',
      'title,url,time_added,tags,status\nHarbour,https://a.example/h,1615150000,sea|fog,unread\n',
    )
    expect(pocket.addresses).toEqual([
      { url: 'https://a.example/h', title: 'Harbour', tags: ['sea', 'fog'], savedAtMs: 1615150000000 },
    ])
    const old = await read(
      'ril_export.html',
      '<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul><li><a href="https://a.example/h" time_added="1615150000" tags="sea,fog">Harbour &amp; sea</a></li></ul></body></html>',
    )
    expect(old.addresses).toEqual([
      { url: 'https://a.example/h', title: 'Harbour & sea', tags: ['sea', 'fog'], savedAtMs: 1615150000000 },
    ])
    const marked = await read(
      'part_000000.json',
      JSON.stringify([
        { url: 'https://a.example/h', title: 'Harbour', highlights: [{ quote: 'the light', created_at: 1615150000 }] },
      ]),
    )
    expect(marksOf(marked)).toEqual([['Harbour', null, 'https://a.example/h', [['the light', '', [], null]]]])
  })

  it('are addresses in the bookmarks of a browser, their folders as tags', async () => {
    const html =
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p><DT><H3>Bookmarks bar</H3><DL><p><DT><H3>News</H3><DL><p><DT><A HREF="https://a.example/h" ADD_DATE="1615150000">Harbour</A><DT><A HREF="javascript:x()">Bad</A></DL><p></DL><p><DT><A HREF="https://a.example/b">Bread</A></DL>'
    expect((await read('bookmarks.html', html)).addresses).toEqual([
      { url: 'https://a.example/h', title: 'Harbour', tags: ['News'], savedAtMs: 1615150000000 },
      { url: 'https://a.example/b', title: 'Bread', tags: [], savedAtMs: null },
    ])
  })

  it('have no tags for the folders that a browser made itself, in any language', async () => {
    const html =
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><H1>Lesezeichen-Menü</H1><DL><p><DT><H3>Nachrichten</H3><DL><p><DT><A HREF="https://a.example/h">H&eacute; &#8212;</A></DL><p><DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Symbolleiste</H3><DL><p><DT><A HREF="https://a.example/b">B</A></DL><p></DL>'
    expect((await read('bookmarks.html', html)).addresses?.map(({ title, tags }) => [title, tags])).toEqual([
      ['Hé —', ['Nachrichten']],
      ['B', []],
    ])
  })

  it('are addresses in a table of Reader', async () => {
    const table =
      'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nHarbour,https://a.example/h,01h,"sea,fog",2024-02-16 10:00:00+00:00,0.5,later,True\n'
    expect((await read('reader.csv', table)).addresses).toEqual([
      {
        url: 'https://a.example/h',
        title: 'Harbour',
        tags: ['sea', 'fog'],
        savedAtMs: Date.parse('2024-02-16T10:00:00Z'),
      },
    ])
  })
})
