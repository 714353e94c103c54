import type { ReadHandle } from '#electron/store/handle.ts'
import { findEarlierVersion } from '#electron/store/queries/article-versions.ts'
import { findNear } from '#electron/store/queries/likeness.ts'
import type { PreparedDocument } from '#electron/workers/prepare-document.ts'
import type { ArticleHead } from '#electron/workers/reading/spilled-file.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { canonicalAddress } from '#shared/text/canonical-address.ts'
import type { ServiceContext } from '../context.ts'
import { prepareRevision, type Revision } from '../revise-article.ts'

/** So much of the text must be the same, 0..1: a column with one title for every week is no article that changes. */
const SAME_ARTICLE = 0.3

/**
 * The article of which a document is another text: from the same address, whatever is tacked on to it, or with the same
 * title from the same source. Null when there is none, or when its text is another one altogether.
 */
export function findEarlier(
  db: ReadHandle,
  document: ArticleHead,
  near = findNear(db, { addressKey: canonicalAddress(document.url), print: document.print }),
): { readonly id: ArticleId; readonly title: string; readonly likeness: number } | null {
  const exact = findEarlierVersion(db, document)
  if (exact) {
    const likeness = near.find(({ id }) => id === exact.id)?.likeness ?? (document.print ? 0 : 1)
    return { ...exact, likeness }
  }
  const there = near.filter(({ isSameAddress }) => isSameAddress)
  const [only] = there
  return only && there.length === 1 && only.likeness >= SAME_ARTICLE ? only : null
}

/** The document as another text of an article that is there, or null when it is a new article. */
export async function findRevision(
  context: ServiceContext,
  document: PreparedDocument,
  origin: Revision['origin'],
): Promise<Revision | null> {
  const earlier = findEarlier(context.library.read, document)
  if (!earlier) return null
  const revision = await prepareRevision(context, earlier.id, document, origin)
  return revision.found.shared >= SAME_ARTICLE ? revision : null
}
