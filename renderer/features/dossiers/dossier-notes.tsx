import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { CategoryDot } from '#renderer/ui/category-dot.tsx'
import { MarkdownView } from '#renderer/ui/markdown-view.tsx'
import { NameLinks } from '#renderer/ui/name-links.tsx'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'
import type { AsOf, Dossier } from '#shared/contract/entity.ts'
import classes from './dossier-aside.module.css'
import { MoreButton } from './more-button.tsx'
import { Part } from './part.tsx'
import { partPages } from './part-pages.ts'

const FIRST_SHOWN = 5
const PAGE_SIZE = 50

interface DossierNotesProps {
  readonly entityId: Dossier['id']
  readonly asOf: AsOf | null
}

/** The person's own marks on the entity or linked to it, and notes that name it. */
export function DossierNotes({ entityId, asOf }: DossierNotesProps) {
  const list = useInfiniteQuery(
    api.entity.notes.infiniteOptions({
      input: partPages({ entityId, asOf, first: FIRST_SHOWN, next: PAGE_SIZE }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  )
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <Part title="My marks and notes">
      <ul className={classes.notes}>
        {items.map((note) => (
          <li key={note.id}>
            <Note note={note} entityId={entityId} />
          </li>
        ))}
      </ul>
      <MoreButton list={list} left={(list.data?.pages[0]?.total ?? 0) - items.length} />
    </Part>
  )
}

function Note({ note, entityId }: { note: Annotation; entityId: Dossier['id'] }) {
  const categories = useQuery(api.category.list.queryOptions()).data ?? []
  const category = categories.find(({ id }) => id === note.categoryId)
  return (
    <>
      <CategoryDot color={category?.color ?? 'grey'} name={category?.name ?? 'Mark'} />
      <PassageLink articleId={note.articleId} start={note.start} end={note.end} className={classes.marked ?? ''}>
        {note.quote || note.articleTitle}
      </PassageLink>
      {note.note.trim() !== '' && <MarkdownView text={note.note} />}
      <NameLinks names={note.entities.filter(({ id }) => id !== entityId)} />
    </>
  )
}
