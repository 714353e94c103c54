import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PlantedLibrary } from '#test/support/planted-library.ts'

let library: PlantedLibrary
beforeEach(async () => {
  library = new PlantedLibrary()
  await library.fill()
}, 60_000)
afterEach(() => library.close())

const all = async () =>
  (await library.client.entity.list({ limit: 200, sort: 'name' })).items.map(
    ({ kind, name, aliases, mentionCount, articleCount }) =>
      `${kind} ${[name, ...aliases].join(' = ')}: ${mentionCount} in ${articleCount}`,
  )

const questions = async () => {
  const { items } = await library.client.correction.same({ limit: 200 })
  const named = await Promise.all(
    items.map(async ({ a, b, reason, aBecause, bBecause }) => {
      const [x, y] = await Promise.all([a, b].map((entityId) => library.client.entity.get({ entityId })))
      return `${[[x, aBecause] as const, [y, bBecause] as const]
        .map(([one, because]) => `${one?.kind} ${one?.name} (${because})`)
        .sort()
        .join(' / ')}: ${reason}`
    }),
  )
  return named.sort()
}

describe('the planted corpus', () => {
  it('gives the people, groups and places that a reader would name, and asks about the rest', async () => {
    expect(await all()).toMatchInlineSnapshot(`
      [
        "person Anna Sorel: 4 in 4",
        "place Australia: 1 in 1",
        "place Canada: 1 in 1",
        "place Canberra: 1 in 1",
        "person Claire Dumont = Dumont: 6 in 4",
        "person Dana Whitfield: 6 in 3",
        "person Elena Markovic = Markovic: 5 in 2",
        "person Emil Stein: 2 in 1",
        "person Emil Stein: 2 in 1",
        "place France: 1 in 1",
        "place Geneva: 1 in 1",
        "person Grace Tremblay: 2 in 2",
        "place Harrow Bay: 5 in 4",
        "place Illinois: 1 in 1",
        "person Ivan Markovic = Markovic: 7 in 3",
        "person Jonas Brandt: 5 in 2",
        "person Jonas Brandt: 2 in 1",
        "person Jonas Brandt: 3 in 1",
        "person Karin Nordin: 4 in 2",
        "place Kenya: 1 in 1",
        "person Lena Hart = Hart: 5 in 3",
        "group Liberal Party: 2 in 1",
        "group Liberal Party: 2 in 1",
        "group Liberal Party: 3 in 2",
        "place Lisbon: 2 in 1",
        "person Marcus Bell: 1 in 1",
        "person Maria Keller: 2 in 1",
        "person Maria Keller: 2 in 1",
        "person Mark Downes: 1 in 1",
        "person Markovic: 2 in 1",
        "group Meridian Group: 2 in 1",
        "group Meridian Group: 2 in 1",
        "place Missouri: 1 in 1",
        "place Montreal: 1 in 1",
        "place Nairobi: 1 in 1",
        "group National Audit Office: 3 in 2",
        "group National Statistics Office: 2 in 1",
        "place Northmark: 5 in 4",
        "group Orlen: 2 in 2",
        "place Orlen: 6 in 3",
        "group Orlen Power Company: 4 in 2",
        "place Ottawa: 1 in 1",
        "group Pacific Harbour Partnership = PHP: 4 in 1",
        "person Paula Roth: 2 in 1",
        "person Paula Roth: 2 in 1",
        "person Peter A. Lund: 2 in 1",
        "person Peter Lund: 3 in 1",
        "group PHP: 2 in 1",
        "group Popular Harvest Party = PHP: 6 in 2",
        "group River Aid Committee = Sava Relief Council = SRC: 15 in 6",
        "group River Transport Union = RTU: 6 in 3",
        "person Ruth Adler: 3 in 2",
        "person Samuel Okafor = Okafor: 4 in 3",
        "place Springfield: 3 in 1",
        "place Springfield: 3 in 1",
        "person Tom Weiss: 2 in 1",
        "person Tom Weiss: 3 in 1",
        "place Toronto: 1 in 1",
        "group United Nations: 4 in 2",
        "place Velden: 19 in 15",
        "group Velden: 1 in 1",
        "group Velden Port Authority: 3 in 1",
        "group Velden United: 4 in 2",
        "person Victor Okafor: 3 in 2",
        "person Whitfield: 1 in 1",
      ]
    `)
    expect(await questions()).toMatchInlineSnapshot(`
      [
        "group Liberal Party (Articles place it in Australia) / group Liberal Party (Articles place it in Canada): same-name",
        "group Liberal Party (Articles place it in Australia) / group Liberal Party (No article tells which): same-name",
        "group Liberal Party (Articles place it in Canada) / group Liberal Party (No article tells which): same-name",
        "group Meridian Group (Articles place it in Australia. Called “an Australian insurer”) / group Meridian Group (Articles place it in United Kingdom. Called “a British band”): same-name",
        "group Orlen (Found as a group) / place Orlen (Found as a place): other-kind",
        "group PHP (Named “PHP” alone) / group Pacific Harbour Partnership (Can be meant by “PHP”): short-name",
        "group PHP (Named “PHP” alone) / group Popular Harvest Party (Can be meant by “PHP”): short-name",
        "group Velden (Found as a group) / place Velden (Found as a place): other-kind",
        "person Dana Whitfield (Can be meant by “Whitfield”) / person Whitfield (Named “Whitfield” alone): surname",
        "person Elena Markovic (Can be meant by “Markovic”) / person Markovic (Named “Markovic” alone): surname",
        "person Emil Stein (In articles of 1931) / person Emil Stein (In articles of 2014): same-name",
        "person Ivan Markovic (Can be meant by “Markovic”) / person Markovic (Named “Markovic” alone): surname",
        "person Jonas Brandt (Called “Fisheries Minister” and “The minister”) / person Jonas Brandt (Called “Striker”): same-name",
        "person Jonas Brandt (Called “Fisheries Minister” and “The minister”) / person Jonas Brandt (Could be more than one of that name): same-name",
        "person Jonas Brandt (Called “Striker”) / person Jonas Brandt (Could be more than one of that name): same-name",
        "person Maria Keller (Called “the mayor of Harrow Bay”) / person Maria Keller (Called “the mayor of Velden”): same-name",
        "person Paula Roth (Born in 1943 or 1944) / person Paula Roth (Born in 1990 or 1991): same-name",
        "person Peter A. Lund (Always written “Peter A. Lund”) / person Peter Lund (Always written “Peter Lund”): given-name",
        "person Tom Weiss (Called “Interior Minister” and “singer”) / person Tom Weiss (Called “Singer”): same-name",
        "place Springfield (Articles place it in Illinois, United States) / place Springfield (Articles place it in Missouri, United States): same-name",
      ]
    `)
  })
})

const titled = async (title: string) => {
  const { items } = await library.client.article.list({ query: title, limit: 1 })
  if (!items[0]) throw new Error(`There is no ${title}.`)
  return items[0].id
}
const namesakes = async (name: string) => (await all()).filter((one) => one.startsWith(`person ${name}`))

describe('what lies in the bin', () => {
  it('is no evidence of who is who, until it comes back', async () => {
    const before = library.dump()
    const articleIds = [await titled('Fewer permits'), await titled('Herring are back')]
    await library.client.article.delete({ articleIds })
    expect(await namesakes('Jonas Brandt')).toEqual(['person Jonas Brandt: 5 in 2'])
    await library.client.history.undo()
    expect(library.dump()).toBe(before)
    await library.client.history.redo()
    expect(await namesakes('Jonas Brandt')).toEqual(['person Jonas Brandt: 5 in 2'])
  }, 60_000)

  it('is like an article of another time, which moves when its date is put right', async () => {
    const before = library.dump()
    const articleId = await titled('A telegraph')
    await library.client.article.update({ articleId, publishedOn: '2013-04-18' })
    expect(await namesakes('Emil Stein')).toEqual(['person Emil Stein: 4 in 2'])
    await library.client.history.undo()
    expect(library.dump()).toBe(before)
  }, 60_000)
})

/** One correction of each kind, on what the corpus has for it. */
async function correctAll() {
  const { client } = library
  const add = client.correction.add
  const elena = await library.one('Elena Markovic')
  const ivan = await library.one('Ivan Markovic')
  const dana = await library.one('Dana Whitfield')
  await add({ kind: 'merge', into: elena, entityIds: [await library.one('Markovic')] })
  await add({ kind: 'keep-apart', entityIds: [elena, ivan] })
  await add({ kind: 'rename', entityId: dana, name: 'Dana M. Whitfield' })
  await add({ kind: 'merge', into: dana, entityIds: [await library.one('Whitfield')] })
  const { items } = await client.entity.mentions({ entityId: dana, limit: 50 })
  const first = items.at(-1)
  if (!first) throw new Error('No mention.')
  await add({ kind: 'split', entityId: dana, places: [first], name: 'Dana Whitfield the elder' })
  await add({ kind: 'not-entity', entityId: await library.one('Lisbon') })
  await add({ kind: 'retype', entityId: await library.one('Velden'), to: 'group' })
  await add({ kind: 'alias', entityId: await library.one('Popular Harvest Party'), name: 'Harvesters' })
  const article = (await client.article.list({ limit: 50 })).items.find((one) => one.title === 'PHP holds its congress')
  if (!article) throw new Error('No article.')
  const { text } = await client.article.get({ articleId: article.id })
  const start = text.indexOf('congress')
  await add({ kind: 'mention', articleId: article.id, start, end: start + 8, as: 'group' })
  const [figure] = (await client.figure.list({ articleId: article.id, limit: 5 })).items
  if (!figure) throw new Error('No figure.')
  const { start: from, end } = figure
  const passage = { articleId: article.id, start: from, end }
  await add({ kind: 'measure', ...passage, measures: 'length of it', subject: 'Velden' })
  await add({
    kind: 'measure',
    ...passage,
    measures: 'length of it',
    saidBy: 'Popular Harvest Party',
    asOf: '2018-04-05',
  })
  await add({ kind: 'confirm-figure', ...passage })
  await correctPassages()
  await correctGroups()
}

/** How many corrections `correctAll` makes. */
const CORRECTIONS = 21

/** What is said of groups and places that have a name in common. */
async function correctGroups() {
  const add = library.client.correction.add
  const [most, ...others] = await library.find('Liberal Party')
  const towns = await library.find('Springfield')
  const [meridian] = await library.find('Meridian Group')
  if (!most || !meridian) throw new Error('No group.')
  await add({ kind: 'merge', into: most, entityIds: others })
  await add({ kind: 'keep-apart', entityIds: towns })
  await add({ kind: 'rename', entityId: meridian, name: 'Meridian the first' })
}

/** What the reader offers on a name of the text. */
async function correctPassages() {
  const { client } = library
  const add = client.correction.add
  const rangesOf = async (name: string) => {
    const { items } = await client.entity.mentions({ entityId: await library.one(name), limit: 50 })
    return items.map(({ articleId, start, end }) => ({ articleId, start, end }))
  }
  const one = async (name: string) => {
    const [range] = await rangesOf(name)
    if (!range) throw new Error(`Nothing names ${name}.`)
    return range
  }
  await add({ kind: 'not-mention', ...(await one('Victor Okafor')), all: true, asked: true })
  await add({
    kind: 'mention',
    ...(await one('Samuel Okafor')),
    as: 'person',
    name: 'Samuel Okafor',
    own: true,
    all: true,
  })
  await add({
    kind: 'mention',
    ...(await one('Peter A. Lund')),
    as: 'person',
    entityId: await library.one('Peter Lund'),
  })
  await add({ kind: 'mention', ...(await one('Harrow Bay')), as: 'group', name: 'Harrow Bay', all: true })
  await add({ kind: 'confirm', entityId: await library.one('Ruth Adler'), passage: await one('Ruth Adler') })
  const [passage] = await rangesOf('Claire Dumont')
  if (!passage) throw new Error('No mention.')
  await add({
    kind: 'split',
    entityId: await library.one('Claire Dumont'),
    passages: [passage],
    name: 'Claire Dumont II',
  })
}

describe('corrections', () => {
  it('take a pair that is kept apart out of the questions', async () => {
    const before = await questions()
    const [elena, alone] = [await library.one('Elena Markovic'), await library.one('Markovic')]
    await library.client.correction.add({ kind: 'keep-apart', entityIds: [elena, alone] })
    expect(await questions()).toEqual(before.filter((one) => !one.startsWith('person Elena Markovic')))
  })

  it('of two groups of one name make whoever could be either one of them', async () => {
    const liberals = async () => (await all()).filter((one) => one.startsWith('group Liberal Party'))
    const before = library.dump()
    const namedIn = async (title: string) => {
      const articleId = await titled(title)
      const mentions = await library.client.entity.inArticle({ articleId })
      const { text } = await library.client.article.get({ articleId })
      const id = mentions.find(({ start, end }) => text.slice(start, end) === 'Liberal Party')?.entityId
      if (!id) throw new Error(`No party in ${title}.`)
      return id
    }
    const [canada, australia] = [await namedIn('Liberals win'), await namedIn('Downes to lead')]
    await library.client.correction.add({ kind: 'merge', into: canada, entityIds: [australia] })
    expect(await liberals()).toEqual(['group Liberal Party: 7 in 4'])
    await library.client.history.undo()
    expect(library.dump()).toBe(before)
  })

  it('stand byte for byte after everything is forgotten and searched again', async () => {
    await correctAll()
    const before = library.dump()
    await library.searchAnew()
    expect(library.dump()).toBe(before)
    expect(library.test.failures).toEqual([])
  }, 60_000)

  it('stand after an engine that names everything otherwise: by their passages, else by their names', async () => {
    await correctAll()
    const before = await all()
    let count = 0
    // As if each entity that the log names had been known under another id.
    await library.searchAnew((db) => {
      const log = db.prepare("SELECT id, payload FROM correction WHERE kind <> 'split'").all() as Record<
        string,
        string
      >[]
      const rename = (payload: string) =>
        payload.replace(
          /"id":"[0-9a-f-]{36}"/g,
          () => `"id":"00000000-0000-7000-8000-${String(++count).padStart(12, '0')}"`,
        )
      for (const { id, payload = '' } of log)
        db.prepare('UPDATE correction SET payload = ? WHERE id = ?').run(rename(payload), id)
    })
    expect(count).toBeGreaterThan(8)
    expect(await all()).toEqual(before)
  }, 60_000)

  it('leave nothing behind when they are all undone, and come back when they are done again', async () => {
    const before = library.dump()
    await correctAll()
    const after = library.dump()
    for (let count = 0; count < CORRECTIONS; count++) await library.client.history.undo()
    expect(library.dump()).toBe(before)
    for (let count = 0; count < CORRECTIONS; count++) await library.client.history.redo()
    expect(library.dump()).toBe(after)
  }, 60_000)

  it('can be taken back one by one in any order, from the log', async () => {
    const before = library.dump()
    await correctAll()
    const { items } = await library.client.correction.list({ limit: 50 })
    for (const { id } of items.toReversed()) await library.client.correction.undo({ correctionId: id })
    expect(library.dump()).toBe(before)
  }, 60_000)

  it('go to another library with the exported log', async () => {
    await correctAll()
    const { text, count } = await library.client.correction.export()
    const after = await all()
    const other = new PlantedLibrary()
    try {
      await other.fill()
      const untouched = other.dump()
      expect(await other.client.correction.import({ text: `${text}nonsense\n` })).toEqual({
        added: count,
        known: 0,
        unreadable: 1,
        absent: 0,
      })
      const mine = library
      library = other
      expect(await all()).toEqual(after)
      const imported = other.dump()
      expect(await other.client.history.undo()).toMatchObject({ step: { label: `Import of ${count} corrections` } })
      expect(other.dump()).toBe(untouched)
      await other.client.history.redo()
      expect(other.dump()).toBe(imported)
      library = mine
    } finally {
      await other.close()
    }
  }, 60_000)

  it('tell how much they changed, and refuse a merge of what the person keeps apart', async () => {
    const { client } = library
    const [elena, ivan] = [await library.one('Elena Markovic'), await library.one('Ivan Markovic')]
    const { mentionCount } = await client.entity.get({ entityId: ivan })
    const { correction, effect } = await client.correction.add({ kind: 'merge', into: elena, entityIds: [ivan] })
    expect(effect.mentions).toBe(mentionCount)
    expect((await client.entity.get({ entityId: ivan })).id).toBe(elena)
    await client.correction.undo({ correctionId: correction.id })
    await client.correction.add({ kind: 'keep-apart', entityIds: [ivan, elena] })
    await expect(client.correction.add({ kind: 'merge', into: elena, entityIds: [ivan] })).rejects.toMatchObject({
      code: 'KEPT_APART',
    })
  })
})
