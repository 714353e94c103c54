import type { ReadHandle } from '#electron/store/handle.ts'
import { findArticleText, listBlocks } from '#electron/store/queries/articles.ts'
import {
  findMarkTargets,
  listMarkedWords,
  type MarkTarget,
  markKeys,
  momentsOf,
} from '#electron/store/queries/gathered.ts'
import type { AnchoredMark } from '#electron/workers/anchor-marks.ts'
import { type PreparedDocument, prepareDocument } from '#electron/workers/prepare-document.ts'
import { SpillWriter } from '#electron/workers/reading/spill.ts'
import { type SourceHead, SpilledFile, type SpilledList } from '#electron/workers/reading/spilled-file.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ImportedMark } from '#shared/domain/imported.ts'
import { canonicalAddress } from '#shared/text/canonical-address.ts'
import type { ServiceContext } from '../context.ts'
import { inSlices } from '../in-slices.ts'
import type { Revision } from '../revise-article.ts'
import { sha256 } from '../store-article.ts'
import { stored } from '../words.ts'
import { type GatheredMark, gatherMarks } from './gathered-article.ts'
import type { SpillFolder } from './spill-folder.ts'

/** Where a mark goes: what was found of it in the texts it belongs to, or its range in the article made of it and others. */
export type PlacedMark = GatheredMark | { readonly mark: ImportedMark; readonly found: AnchoredMark }

/** Marks from elsewhere that are not there yet. They lie in a file, each with its place. */
export interface PreparedMarks {
  readonly source: SourceHead
  readonly file: SpilledFile
  readonly marks: SpilledList
  readonly to:
    | {
        readonly kind: 'texts'
        readonly targets: readonly MarkTarget[]
        /** Of the texts in which their places are. */
        readonly hashes: readonly string[]
      }
    | {
        readonly kind: 'gathered'
        /** The article that they are added to; null for one of their own. */
        readonly articleId: ArticleId | null
        /** Of the text that is there before them. */
        readonly hash: string
        readonly document: number
      }
}

/** Where marks belong and which of them are new, in steps. `staged`: articles that nothing shows yet and that count too. */
export function* compareMarks(
  db: ReadHandle,
  source: SourceHead,
  marks: Iterable<ImportedMark>,
  staged: readonly ArticleId[],
): Generator<void, { readonly targets: readonly MarkTarget[]; readonly fresh: readonly ImportedMark[] }, void> {
  const { articleId, title } = source
  const targets = findMarkTargets(db, { articleId, addressKey: canonicalAddress(source.url), title }, staged)
  const known = yield* listMarkedWords(
    db,
    targets.map(({ id }) => id),
  )
  const fresh: ImportedMark[] = []
  for (const mark of marks) {
    yield
    const keys = markKeys(mark)
    if ([...keys, ...momentsOf(mark)].some((key) => known.has(key))) continue
    fresh.push(mark)
    // Those with an id are told apart by it: two may be on the same words.
    for (const key of mark.id === undefined ? keys : [mark.id]) known.add(key)
  }
  return { targets, fresh }
}

/** What the same import brings: articles that nothing shows yet, and other texts of articles that are there. */
export interface InSameImport {
  readonly hidden: readonly { readonly id: ArticleId }[]
  readonly revisions: readonly Pick<Revision, 'articleId' | 'document'>[]
}

/** Finds the places of marks in the texts they belong to, off this thread; null when all of them are there. */
export async function prepareMarks(
  context: ServiceContext,
  { source, marks }: { readonly source: SourceHead; readonly marks: Iterable<ImportedMark> },
  inSame: InSameImport,
  into: SpillFolder,
  signal?: AbortSignal,
): Promise<PreparedMarks | null> {
  const ids = inSame.hidden.map(({ id }) => id)
  const { targets, fresh } = await inSlices(compareMarks(context.library.read, source, marks, ids), signal)
  if (fresh.length === 0) return null
  const whole = targets.filter(({ isGathered }) => !isGathered)
  const path = into.newFile()
  const writer = new SpillWriter(path)
  try {
    const places =
      whole.length > 0
        ? await anchorInTexts(context, whole, fresh, inSame, writer, signal)
        : await gatherInOne(context, source, targets[0]?.id ?? null, fresh, writer, signal)
    const { pieces, to } = places
    return { source, file: new SpilledFile(path, []), marks: { count: fresh.length, pieces }, to }
  } finally {
    writer.close()
  }
}

/** So many are looked for with one question: the thread prepares the texts for each. */
const ASKED_AT_ONCE = 1000

async function anchorInTexts(
  { library, worker }: ServiceContext,
  targets: readonly MarkTarget[],
  marks: readonly ImportedMark[],
  { revisions }: InSameImport,
  writer: SpillWriter,
  signal: AbortSignal | undefined,
) {
  const texts = targets.map(
    ({ id }) =>
      revisions.findLast(({ articleId }) => articleId === id)?.document.text ??
      stored(findArticleText(library.read, id)),
  )
  const pieces: number[] = []
  for (let from = 0; from < marks.length; from += ASKED_AT_ONCE) {
    const asked = marks.slice(from, from + ASKED_AT_ONCE)
    const found = await worker.run('anchorMarks', { texts, marks: asked })
    const placed = asked.flatMap((mark, at) => (found[at] ? [{ mark, found: found[at] }] : []))
    pieces.push(...(await inSlices(putInSteps(writer, placed), signal)))
  }
  return { pieces, to: { kind: 'texts' as const, targets, hashes: texts.map(sha256) } }
}

/** From this length on a text is prepared off this thread. */
const LONG_CHARS = 20_000

async function gatherInOne(
  { library, worker }: ServiceContext,
  source: SourceHead,
  articleId: ArticleId | null,
  marks: readonly ImportedMark[],
  writer: SpillWriter,
  signal: AbortSignal | undefined,
) {
  const before = textBefore(library.read, articleId)
  const { document, marks: placed } = await inSlices(gatherMarks(source, marks, before), signal)
  const { blocks } = document
  const prepared: PreparedDocument =
    document.text.length > LONG_CHARS
      ? { ...(await worker.run('prepareDocument', { ...document, blocks: [] })), blocks }
      : prepareDocument(document)
  const place = writer.put(prepared)
  const pieces = await inSlices(putInSteps(writer, placed), signal)
  return { pieces, to: { kind: 'gathered' as const, articleId, hash: sha256(before.text), document: place } }
}

/** What the article of gathered marks says before more are added to it. */
export function textBefore(db: ReadHandle, articleId: ArticleId | null) {
  if (articleId === null) return { text: '', blocks: [] }
  return { text: findArticleText(db, articleId) ?? '', blocks: listBlocks(db, articleId) }
}

/** So many are stored at once. */
const STORED_AT_ONCE = 20

function* putInSteps(writer: SpillWriter, placed: readonly PlacedMark[]): Generator<void, number[], void> {
  const pieces: number[] = []
  for (let from = 0; from < placed.length; from += STORED_AT_ONCE) {
    pieces.push(writer.put(placed.slice(from, from + STORED_AT_ONCE)))
    yield
  }
  return pieces
}
