import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { deleteAnnotations, listAnnotationIdsOf } from '#electron/store/queries/annotations.ts'
import { countArticles, deleteArticles, listArticleIds } from '#electron/store/queries/articles.ts'
import { countCards, deleteCards, listCardIdsOf } from '#electron/store/queries/cards.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { listSettings, putSetting } from '#electron/store/queries/settings.ts'
import { os, type ServiceContext } from './context.ts'
import { addedBy, type Importer } from './import-service.ts'
import { pathSource } from './importing/import-source.ts'
import type { Safety } from './safety.ts'
import { settleArticles } from './settle-articles.ts'

const STARTER_ANSWERED = 'starterAnswered'

/** The library as a whole, its starter articles, and the feed of changes. */
export function createLibraryService(context: ServiceContext, importer: Importer, safety: Safety) {
  const { library, changes, clock } = context
  return {
    info: os.library.info.handler(() => {
      const articles = countArticles(library.read)
      return {
        version: context.version,
        host: context.host,
        libraryDir: library.dir,
        articleCount: articles.all,
        cardCount: countCards(library.read),
        starterCount: articles.starter,
        starterAnswered: listSettings(library.read)[STARTER_ANSWERED] === true,
        rescue: safety.rescue(),
      }
    }),
    check: os.library.check.handler(() => safety.check()),
    writeAgain: os.library.writeAgain.handler(async () => {
      await safety.writeAgain()
      return {}
    }),
    dismissRescue: os.library.dismissRescue.handler(() => {
      safety.dismissRescue()
      return {}
    }),
    addStarter: os.library.addStarter.handler(async () => {
      const names = (await readdir(context.starterDir)).filter((name) => name.endsWith('.md')).sort()
      const sources = await Promise.all(names.map((name) => pathSource(join(context.starterDir, name))))
      let added = 0
      for await (const event of importer.importFiles(sources, true))
        if (event.type === 'result') added += addedBy(event.outcome).length
      answerStarter(context)
      return { added }
    }),
    removeStarter: os.library.removeStarter.handler(() => removeStarter(context)),
    declineStarter: os.library.declineStarter.handler(() => {
      answerStarter(context)
      return {}
    }),
    changes: os.library.changes.handler(({ signal }) => changes.watch(signal)),
  }

  function answerStarter({ library }: ServiceContext): void {
    library.write((db) => putSetting(db, STARTER_ANSWERED, true, clock()))
    changes.announce(['settings', 'article'])
  }
}

/** Removes the starter articles with the marks on them and the cards made from them. */
async function removeStarter(context: ServiceContext): Promise<{ removed: number }> {
  const { library, changes, clock } = context
  const nowMs = clock()
  const step = { kind: 'library.removeStarter', label: 'Removal of the starter articles', articleId: null }
  const articleIds = listArticleIds(library.read, 'starter')
  const removed = library.act(step, nowMs, (db) => {
    const [annotationIds, cardIds] = [listAnnotationIdsOf(db, articleIds), listCardIdsOf(db, articleIds)]
    deleteAnnotations(db, annotationIds, nowMs)
    deleteCards(db, cardIds, nowMs)
    for (const id of annotationIds) indexEntry(db, 'annotation', id)
    for (const id of cardIds) indexEntry(db, 'card', id)
    return deleteArticles(db, articleIds, nowMs)
  })
  await settleArticles(context, articleIds)
  changes.announce(['article', 'annotation', 'entity', 'figure', 'suggestion', 'card', 'review', 'history'])
  return { removed }
}
