import { createAnnotationService, createCategoryService, createTagService } from './annotation-service.ts'
import { createArticleService } from './article-service.ts'
import { createBackupService } from './backup-service.ts'
import { createCardService } from './card-service.ts'
import { createConfusionService } from './confusion-service.ts'
import { os, type ServiceContext } from './context.ts'
import { createCorrectionService } from './correction-service.ts'
import { createDeckService } from './deck-service.ts'
import { createDesktopService } from './desktop-service.ts'
import { createDuplicateService } from './duplicate-service.ts'
import { createEntityService } from './entity-service.ts'
import { createEvidenceService } from './evidence-service.ts'
import { createExportService } from './export-service.ts'
import type { Extractor } from './extractor.ts'
import { createFigureService } from './figure-service.ts'
import type { FolderWatch } from './folder-watch.ts'
import { createHistoryService } from './history-service.ts'
import type { Importer } from './import-service.ts'
import { createIntakeService } from './intake-service.ts'
import { createLibraryService } from './library-service.ts'
import { createMemoryService, type MemoryKeeper } from './memory-service.ts'
import { createOpenFolderService } from './open-folder-service.ts'
import { createPictureService } from './picture-service.ts'
import { createPracticeService } from './practice-service.ts'
import type { Printer } from './printer.ts'
import { createRecallService } from './recall-service.ts'
import { createRepairService } from './repair-service.ts'
import { createResurfaceService } from './resurface-service.ts'
import { createReviewService } from './review-service.ts'
import type { Safety } from './safety.ts'
import { createSearchService } from './search-service.ts'
import { createSettingsService } from './settings-service.ts'
import { createStatsService } from './stats-service.ts'
import { createSuggestionService } from './suggestion-service.ts'
import { createWatchService } from './watch-service.ts'

/** The contract, implemented once for every host. */
export function createRouter(
  context: ServiceContext,
  importer: Importer,
  extractor: Extractor,
  memory: MemoryKeeper,
  safety: Safety,
  watch: FolderWatch,
  printer: Printer,
) {
  return os.router({
    library: createLibraryService(context, importer, safety),
    article: createArticleService(context, importer, extractor),
    duplicate: createDuplicateService(context, printer),
    intake: createIntakeService(context, extractor, printer, safety.backups),
    annotation: createAnnotationService(context),
    repair: createRepairService(context),
    category: createCategoryService(context),
    tag: createTagService(context),
    entity: createEntityService(context),
    figure: createFigureService(context),
    correction: createCorrectionService(context),
    suggestion: createSuggestionService(context),
    card: createCardService(context),
    deck: createDeckService(context),
    recall: createRecallService(context),
    review: createReviewService(context),
    resurface: createResurfaceService(context),
    memory: createMemoryService(context, memory),
    stats: createStatsService(context),
    picture: createPictureService(context),
    practice: createPracticeService(context),
    confusion: createConfusionService(context),
    evidence: createEvidenceService(context),
    search: createSearchService(context),
    export: createExportService(context),
    backup: createBackupService(context, safety),
    folder: createOpenFolderService(context, extractor, memory),
    desktop: createDesktopService(context),
    watch: createWatchService(watch),
    settings: createSettingsService(context),
    history: createHistoryService(context, extractor, memory, safety),
  })
}

export type Router = ReturnType<typeof createRouter>
