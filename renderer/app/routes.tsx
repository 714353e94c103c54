import type { QueryClient } from '@tanstack/react-query'
import { createHashRouter, type LazyRouteFunction, Navigate, type RouteObject } from 'react-router'
import { importFailureWords } from '#renderer/features/library/import-words.ts'
import { routes } from '#shared/domain/routes.ts'
import { Frame } from './frame.tsx'
import { LibraryRoom } from './library-room.tsx'
import { MissingScreen } from './missing-screen.tsx'
import { openArticle } from './open-article.ts'
import { ScreenError } from './screen-error.tsx'

type Load = LazyRouteFunction<RouteObject>

// Each room is a file of its own, fetched on the first visit.
const load = {
  reader: async () => ({ Component: (await import('#renderer/features/reader/reader-screen.tsx')).ReaderScreen }),
  review: async () => ({ Component: (await import('#renderer/features/review/review-screen.tsx')).ReviewScreen }),
  practice: async () => ({
    Component: (await import('#renderer/features/practice/practice-screen.tsx')).PracticeScreen,
  }),
  cards: async () => ({ Component: (await import('#renderer/features/cards/cards-screen.tsx')).CardsScreen }),
  dossiers: async () => ({
    Component: (await import('#renderer/features/dossiers/dossiers-screen.tsx')).DossiersScreen,
  }),
  same: async () => ({ Component: (await import('#renderer/features/dossiers/same-screen.tsx')).SameScreen }),
  doubtful: async () => ({
    Component: (await import('#renderer/features/corrections/doubtful-screen.tsx')).DoubtfulScreen,
  }),
  corrections: async () => ({
    Component: (await import('#renderer/features/corrections/corrections-screen.tsx')).CorrectionsScreen,
  }),
  honesty: async () => ({
    Component: (await import('#renderer/features/corrections/honesty-screen.tsx')).HonestyScreen,
  }),
  split: async () => ({ Component: (await import('#renderer/features/dossiers/split-screen.tsx')).SplitScreen }),
  dossier: async () => ({ Component: (await import('#renderer/features/dossiers/dossier-screen.tsx')).DossierScreen }),
  figures: async () => ({ Component: (await import('#renderer/features/figures/figures-screen.tsx')).FiguresScreen }),
  marks: async () => ({ Component: (await import('#renderer/features/marks/marks-screen.tsx')).MarksScreen }),
  oldMarks: async () => ({
    Component: (await import('#renderer/features/old-marks/old-marks-screen.tsx')).OldMarksScreen,
  }),
  statistics: async () => ({
    Component: (await import('#renderer/features/statistics/statistics-screen.tsx')).StatisticsScreen,
  }),
  repair: async () => ({ Component: (await import('#renderer/features/repair/repair-screen.tsx')).RepairScreen }),
  export: async () => ({ Component: (await import('#renderer/features/export/export-screen.tsx')).ExportScreen }),
  duplicates: async () => ({
    Component: (await import('#renderer/features/duplicates/duplicates-screen.tsx')).DuplicatesScreen,
  }),
  settings: async () => {
    const { SettingsScreen } = await import('#renderer/features/settings/settings-screen.tsx')
    return { element: <SettingsScreen failureWords={importFailureWords} /> }
  },
} satisfies Record<string, Load>

const room = (path: string, lazy: Load): RouteObject => ({ path, lazy, errorElement: <ScreenError /> })

/** The router over the part of the address behind `#`. An error stays within its room: the frame goes on. */
export function createRouter(queries: QueryClient): ReturnType<typeof createHashRouter> {
  return createHashRouter([
    {
      element: <Frame />,
      errorElement: <ScreenError />,
      hydrateFallbackElement: <div />,
      children: [
        { index: true, element: <Navigate to={routes.library} replace /> },
        { path: routes.library, element: <LibraryRoom />, errorElement: <ScreenError /> },
        { ...room('/article/:articleId', load.reader), loader: openArticle(queries) },
        room(routes.dossiers, load.dossiers),
        room(routes.same, load.same),
        room(routes.doubtful, load.doubtful),
        room(routes.corrections, load.corrections),
        room(routes.honesty, load.honesty),
        room('/dossier/:entityId', load.dossier),
        room('/dossier/:entityId/split', load.split),
        room(routes.figures, load.figures),
        room(routes.cards, load.cards),
        room(routes.review, load.review),
        room(routes.practice, load.practice),
        room(routes.marks, load.marks),
        room(routes.oldMarks, load.oldMarks),
        room(routes.statistics, load.statistics),
        room(routes.repair, load.repair),
        room(routes.export, load.export),
        room(routes.duplicates, load.duplicates),
        room(routes.settings, load.settings),
        { path: '*', element: <MissingScreen /> },
      ],
    },
  ])
}
