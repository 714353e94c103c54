import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { formatCount, formatDay, formatPercent, formatWhen } from '#renderer/ui/format.ts'
import { KindBadge } from '#renderer/ui/kind-badge.tsx'
import type { Glance } from '#shared/contract/entity.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import classes from './name-glance.module.css'

interface NameGlanceProps {
  readonly entityId: EntityId
  readonly articleId: ArticleId
}

/** Who a name is, in a few lines: known roles, where one met it last, how well it is remembered. */
export function NameGlance({ entityId, articleId }: NameGlanceProps) {
  const glance = useQuery(api.entity.glance.queryOptions({ input: { entityId, articleId } })).data
  // As high as it will be, so that what stands above the name does not jump.
  if (!glance) return <div className={classes.room} />
  return (
    <div className={classes.glance}>
      <p className={classes.name}>
        <KindBadge kind={glance.kind} label={glance.name} />
      </p>
      {glance.roles.length > 0 && (
        <ul className={classes.roles}>
          {glance.roles.map(({ role, publishedOn }) => (
            <li key={role}>
              {role}
              {publishedOn && <span className={classes.quiet}> {formatDay(publishedOn)}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className={classes.quiet}>{lastSeenWords(glance)}</p>
      <p className={classes.quiet}>{memoryWords(glance)}</p>
    </div>
  )
}

function lastSeenWords({ lastSeen, articleCount }: Glance): string {
  if (lastSeen) return `Last seen ${formatWhen(lastSeen.openedAtMs, Date.now())} in “${lastSeen.articleTitle}”`
  return articleCount > 1
    ? `New to you; named in ${formatCount(articleCount - 1, 'other article', 'other articles')}`
    : 'Named in no other article'
}

function memoryWords({ cardCount, answered, meanRecall }: Glance): string {
  if (cardCount === 0) return 'No cards yet'
  const cards = formatCount(cardCount, 'card', 'cards')
  return meanRecall === null || answered === 0
    ? `${cards}, not asked yet`
    : `${cards}, ${formatPercent(meanRecall)} remembered now`
}
