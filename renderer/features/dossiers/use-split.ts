import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { correct } from '#renderer/client/correct.ts'
import { formatDay } from '#renderer/ui/format.ts'
import { showErrorToast, showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { useListCursor } from '#renderer/ui/use-list-cursor.ts'
import type { Dossier } from '#shared/contract/entity.ts'
import { dossierPath } from '#shared/domain/routes.ts'
import { type Chosen, chosenPassages, isChosen, type SplitRow, splitRows, toggleRow } from './split-rows.ts'

const PAGE_SIZE = 200
/** So many passages one split takes. */
const MOST = 500

/** The mentions of a dossier, and which of them belong to somebody else. */
export function useSplit(dossier: Pick<Dossier, 'id' | 'name'>) {
  const mentions = useInfiniteQuery(
    api.entity.mentions.infiniteOptions({
      input: (cursor: string | undefined) => ({ entityId: dossier.id, limit: PAGE_SIZE, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  )
  const pages = mentions.data?.pages
  const rows = useMemo(() => splitRows(pages?.flatMap((page) => page.items) ?? [], formatDay), [pages])
  const [chosen, setChosen] = useState<Chosen>(new Set())
  const [name, setName] = useState(dossier.name)
  const cursor = useListCursor(rows.length)
  const last = useRef(-1)
  const navigate = useNavigate()
  const toggle = (index: number, toHere: boolean) => {
    const row = rows[index]
    if (!row) return
    const [from, to] = [Math.min(last.current, index), Math.max(last.current, index)]
    const range = toHere && last.current >= 0 ? rows.slice(from, to + 1) : []
    setChosen((before) =>
      range.length > 0
        ? range.reduce((all, one) => (isChosen(one, all) ? all : toggleRow(rows, one, all)), before)
        : toggleRow(rows, row, before),
    )
    last.current = index
  }
  const asked = chosenPassages(rows, chosen)
  const articleCount = new Set(asked.places.map(({ articleId }) => articleId)).size
  const count = articleCount + asked.passages.length
  const apply = async () => {
    if (count === 0) return showToast('Choose at least one article or sentence first.')
    if (name.trim() === '') return showToast('Give the other one a name first.')
    if (asked.places.length > MOST || asked.passages.length > MOST)
      return showToast(`At most ${MOST} articles or sentences can be split at once.`)
    try {
      const done = await correct({ kind: 'split', entityId: dossier.id, ...asked, name: name.trim() })
      void navigate(dossierPath(done.entityId ?? dossier.id), { replace: true })
      showUndoToast(`Split from ${dossier.name}. ${done.told}.`, done.takeBack)
    } catch (error) {
      showErrorToast(error)
    }
  }
  const more = () => {
    if (mentions.hasNextPage && !mentions.isFetchingNextPage) void mentions.fetchNextPage()
  }
  return {
    mentions,
    rows,
    cursor,
    name,
    setName,
    more,
    articleCount,
    mentionCount: asked.passages.length,
    count,
    toggle,
    apply: () => void apply(),
    isChosen: (row: SplitRow) => isChosen(row, chosen),
  }
}

/** A split being made. */
export type Split = ReturnType<typeof useSplit>
