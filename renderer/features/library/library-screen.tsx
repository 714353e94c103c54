import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { exportNotes } from '#renderer/client/export-notes.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { openInWindow } from '#renderer/client/place.ts'
import { Count } from '#renderer/ui/count.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { OldMarksLink } from '#renderer/ui/old-marks-link.tsx'
import { type MenuEntry, PageTitle } from '#renderer/ui/page-title.tsx'
import { saveFile } from '#renderer/ui/save-file.ts'
import { Screen } from '#renderer/ui/screen.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { ArticleSummary } from '#shared/contract/article.ts'
import { articlePath } from '#shared/domain/routes.ts'
import { ArticleRow } from './article-row.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { FilterBar } from './filter-bar.tsx'
import { useImportAccess } from './import-desk.tsx'
import classes from './library-screen.module.css'
import { Preview } from './preview.tsx'
import { useArticles } from './use-articles.ts'
import { useFilter } from './use-filter.ts'
import { type ListCursor, useListCursor } from './use-list-cursor.ts'
import { usePasteAnywhere } from './use-paste-anywhere.ts'

const ROW_PX = 71

interface LibraryScreenProps {
  /** What the screen's menu offers besides its own. */
  readonly menu: readonly MenuEntry[]
}

/** Everything there is to read. */
export function LibraryScreen({ menu }: LibraryScreenProps) {
  const [filter, changeFilter] = useFilter()
  const articles = useArticles(filter)
  const cursor = useListCursor(articles.items)
  const [edited, setEdited] = useState<ArticleSummary | null>(null)
  const deleteArticle = useDeleteArticle(articles.items, cursor)
  const field = useRef<HTMLInputElement>(null)
  const hasPreview = useMediaQuery('(min-width: 1280px)', undefined, { getInitialValueInEffect: false })
  const access = useImportAccess()
  const oldMarks = useQuery(api.resurface.today.queryOptions({ input: {} })).data?.items
  usePasteAnywhere(access)
  useLibraryCommands({ cursor, field, edit: setEdited, remove: deleteArticle })

  const menuOf = useCallback(
    (article: ArticleSummary): readonly MenuEntry[] => [
      { label: 'In a window of its own', onSelect: () => openInWindow(articlePath(article.id)) },
      {
        label: 'Export its notes',
        onSelect: () => void exportNotes({ articleIds: [article.id] }).then(saveFile, showErrorToast),
      },
      { label: 'Edit details', onSelect: () => setEdited(article) },
      { label: 'Delete', onSelect: () => deleteArticle(article), danger: true },
    ],
    [deleteArticle],
  )
  const isFiltered = filter.query !== '' || filter.state !== 'all' || filter.book !== null

  return (
    <Screen width="fill">
      <PageTitle
        title="Library"
        lead={articles.isLoading ? '' : <Count value={articles.total} one="article" other="articles" />}
        actions={
          <>
            <Button variant="default" onClick={() => access.pasteText()}>
              Paste text
            </Button>
            <Button onClick={access.chooseFiles}>Import</Button>
          </>
        }
        menu={menu}
      />
      <div className={classes.desk}>
        <div className={classes.column}>
          <OldMarksLink items={oldMarks} />
          <FilterBar filter={filter} onChange={changeFilter} field={field} onLeave={() => cursor.move(0)} />
          <div className={classes.list}>
            {articles.isLoading && <LoadingState label="Loading the library" />}
            {articles.error !== null && articles.items.length === 0 && (
              <ErrorState error={articles.error} onRetry={articles.retry} />
            )}
            {!articles.isLoading && articles.error === null && articles.items.length === 0 && (
              <NothingFound
                isFiltered={isFiltered}
                onClear={() => changeFilter({ query: '', state: 'all', book: null })}
              />
            )}
            {articles.items.length > 0 && (
              <VirtualList
                items={articles.items}
                label="Articles"
                itemKey={(article) => article.id}
                estimateHeightPx={ROW_PX}
                activeIndex={cursor.index}
                total={articles.total}
                onEndReached={articles.loadMore}
                renderItem={(article, index) => (
                  <ArticleRow
                    article={article}
                    isActive={index === cursor.index}
                    focusWanted={cursor.focusWanted}
                    focusCalls={index === cursor.index ? cursor.focusCalls : 0}
                    onActivate={cursor.activate}
                    menuOf={menuOf}
                  />
                )}
              />
            )}
          </div>
        </div>
        {hasPreview && (
          <div className={classes.side}>
            {cursor.active && <Preview article={cursor.active} menu={menuOf(cursor.active)} />}
          </div>
        )}
      </div>
      <EditDialog article={edited} onClose={() => setEdited(null)} />
    </Screen>
  )
}

function NothingFound({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  if (!isFiltered) return null
  return (
    <EmptyState
      title="No article matches"
      actions={
        <Button variant="default" onClick={onClear}>
          Show all articles
        </Button>
      }
    >
      The filter looks at titles, sources and authors. Search everything looks into the texts.
    </EmptyState>
  )
}

function useDeleteArticle(items: readonly ArticleSummary[], cursor: ListCursor): (article: ArticleSummary) => void {
  const { mutate } = useMutation(api.article.delete.mutationOptions())
  const state = useRef({ items, cursor })
  state.current = { items, cursor }
  return useCallback(
    (article: ArticleSummary) => {
      const { items: shown, cursor: place } = state.current
      const index = shown.findIndex(({ id }) => id === article.id)
      const neighbour = shown[index + 1] ?? shown[index - 1]
      mutate(
        { articleIds: [article.id] },
        {
          onSuccess: async () => {
            if (neighbour) {
              place.focusWanted.current = true
              place.activate(neighbour)
            }
            showUndoToast(`Deleted “${article.title}”`, await holdUndo())
          },
        },
      )
    },
    [mutate],
  )
}

interface LibraryCommands {
  readonly cursor: ListCursor
  readonly field: { readonly current: HTMLInputElement | null }
  readonly edit: (article: ArticleSummary) => void
  readonly remove: (article: ArticleSummary) => void
}

function useLibraryCommands({ cursor, field, edit, remove }: LibraryCommands): void {
  const navigate = useNavigate()
  const { active, move } = cursor
  useCommands({
    'library.next': () => move(1),
    'library.previous': () => move(-1),
    'library.first': () => move(Number.NEGATIVE_INFINITY),
    'library.last': () => move(Number.POSITIVE_INFINITY),
    'library.open': () => active && void navigate(articlePath(active.id)),
    'library.edit': () => active && edit(active),
    'library.delete': () => active && remove(active),
    'library.filter': () => field.current?.focus(),
  })
}
