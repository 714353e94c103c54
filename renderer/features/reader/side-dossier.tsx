import { ActionIcon, Button } from '@mantine/core'
import { IconFolderOpen, IconX } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount, formatDay } from '#renderer/ui/format.ts'
import { KindBadge } from '#renderer/ui/kind-badge.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { Dossier, Mention, PlacedMention } from '#shared/contract/entity.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { dossierPath } from '#shared/domain/routes.ts'
import { NameGlance } from './name-glance.tsx'
import { useReader } from './reader-context.tsx'
import classes from './side-dossier.module.css'

const PAGE_SIZE = 30

interface SideDossierProps {
  readonly entityId: EntityId
  /** The place in the text that it was opened from. */
  readonly mention: PlacedMention | null
  /** Another dossier in its place. */
  readonly onOther: (id: EntityId) => void
  readonly onClose: () => void
}

/** A dossier beside the text: who that is, with whom, and every mention; the text stays where it is. */
export function SideDossier({ entityId, mention, onOther, onClose }: SideDossierProps) {
  const dossier = useQuery(api.entity.get.queryOptions({ input: { entityId } }))
  const heading = useRef<HTMLHeadingElement>(null)
  useCommands({ 'reader.panel': onClose })
  const isThere = dossier.data !== undefined
  // By keyboard one is in the dossier as soon as it stands, and Escape leads back into the text.
  useEffect(() => {
    if (isThere) heading.current?.focus()
  }, [isThere])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  return (
    <aside
      className={classes.panel}
      aria-label={`Dossier of ${dossier.data?.name ?? 'the name'}`}
      onKeyDown={onKeyDown}
    >
      <div className={classes.head}>
        <span className={classes.tab}>Dossier</span>
        <ActionIcon aria-label="Close the dossier" onClick={onClose}>
          <IconX size={18} stroke={1.6} />
        </ActionIcon>
      </div>
      <div className={classes.body}>
        {dossier.error && <ErrorState error={dossier.error} onRetry={() => void dossier.refetch()} />}
        {dossier.isPending && <LoadingState label="Opening the dossier" />}
        {dossier.data && (
          <>
            <h2 ref={heading} tabIndex={-1} className="visually-hidden">
              {dossier.data.name}
            </h2>
            <Front dossier={dossier.data} mention={mention} />
            <Company dossier={dossier.data} onOther={onOther} />
            <Mentions dossier={dossier.data} />
          </>
        )}
      </div>
    </aside>
  )
}

function Front({ dossier, mention }: { dossier: Dossier; mention: PlacedMention | null }) {
  const { article, correcting } = useReader()
  return (
    <div className={classes.front}>
      <NameGlance entityId={dossier.id} articleId={article.id} />
      {dossier.aliases.length > 0 && <p className={classes.quiet}>also {dossier.aliases.slice(0, 6).join(', ')}</p>}
      <Button
        component={Link}
        to={dossierPath(dossier.id)}
        variant="default"
        size="compact-md"
        leftSection={<IconFolderOpen size={16} stroke={1.6} />}
      >
        Whole dossier
      </Button>
      {mention && (
        <Button variant="subtle" size="compact-md" onClick={() => correcting.askWho(mention)}>
          Correct this name
        </Button>
      )}
    </div>
  )
}

function Company({ dossier, onOther }: { dossier: Dossier; onOther: (id: EntityId) => void }) {
  if (dossier.appearsWith.length === 0) return null
  return (
    <section aria-label="Appears with">
      <h3 className={classes.title}>Appears with</h3>
      <ul className={classes.company}>
        {dossier.appearsWith.slice(0, 8).map((other) => (
          <li key={other.id}>
            <button type="button" className={classes.other} onClick={() => onOther(other.id)}>
              <KindBadge kind={other.kind} label={other.name} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Mentions({ dossier }: { dossier: Dossier }) {
  const mentions = useInfiniteQuery(
    api.entity.mentions.infiniteOptions({
      input: (cursor: string | undefined) => ({ entityId: dossier.id, limit: PAGE_SIZE, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  )
  const items = mentions.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section aria-label="Mentions">
      <h3 className={classes.title}>{formatCount(dossier.mentionCount, 'mention', 'mentions')}</h3>
      <ul className={classes.mentions}>
        {items.map((mention) => (
          <li key={`${mention.articleId}:${mention.start}`}>
            <MentionLine mention={mention} />
          </li>
        ))}
      </ul>
      {mentions.hasNextPage && (
        <Button variant="subtle" size="compact-md" onClick={() => void mentions.fetchNextPage()}>
          More mentions
        </Button>
      )}
    </section>
  )
}

/** One in the text that is open is shown there; one elsewhere opens its article. */
function MentionLine({ mention }: { mention: Mention }) {
  const { article, show } = useReader()
  const words = (
    <>
      <span className={classes.sentence}>{mention.sentence}</span>
      <span className={classes.quiet}>
        {mention.articleId === article.id
          ? 'In this article'
          : [formatDay(mention.publishedOn), mention.articleTitle].filter((word) => word !== '').join(' · ')}
      </span>
    </>
  )
  if (mention.articleId === article.id) {
    return (
      <button type="button" className={classes.mention} onClick={() => show(mention)}>
        {words}
      </button>
    )
  }
  return (
    <PassageLink
      articleId={mention.articleId}
      start={mention.start}
      end={mention.end}
      className={classes.mention ?? ''}
    >
      {words}
    </PassageLink>
  )
}
