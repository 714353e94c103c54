import { annotationContract, categoryContract, tagContract } from './annotation.ts'
import { articleContract } from './article.ts'
import { backupContract } from './backup.ts'
import { confusionContract } from './confusion.ts'
import { correctionContract } from './correction.ts'
import { deckContract } from './deck.ts'
import { desktopContract } from './desktop.ts'
import { duplicateContract } from './duplicate.ts'
import { entityContract, figureContract } from './entity.ts'
import { evidenceContract } from './evidence.ts'
import { exportContract } from './export.ts'
import { intakeContract } from './intake.ts'
import { historyContract, libraryContract, searchContract, settingsContract } from './library.ts'
import { memoryContract } from './memory.ts'
import { folderContract } from './open-folder.ts'
import { pictureContract } from './picture.ts'
import { practiceContract } from './practice.ts'
import { recallContract } from './recall.ts'
import { repairContract } from './repair.ts'
import { resurfaceContract } from './resurface.ts'
import { statsContract } from './stats.ts'
import { cardContract, reviewContract, suggestionContract } from './study.ts'
import { watchContract } from './watch.ts'

/** All that the renderer and the main process say to each other. Router and client derive from it. */
export const contract = {
  library: libraryContract,
  article: articleContract,
  intake: intakeContract,
  duplicate: duplicateContract,
  annotation: annotationContract,
  repair: repairContract,
  category: categoryContract,
  tag: tagContract,
  entity: entityContract,
  figure: figureContract,
  correction: correctionContract,
  suggestion: suggestionContract,
  card: cardContract,
  deck: deckContract,
  recall: recallContract,
  review: reviewContract,
  resurface: resurfaceContract,
  memory: memoryContract,
  stats: statsContract,
  picture: pictureContract,
  practice: practiceContract,
  confusion: confusionContract,
  evidence: evidenceContract,
  search: searchContract,
  export: exportContract,
  backup: backupContract,
  folder: folderContract,
  desktop: desktopContract,
  watch: watchContract,
  settings: settingsContract,
  history: historyContract,
}
