import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { formatCount, formatDay } from '#renderer/ui/format.ts'
import { KindBadge } from '#renderer/ui/kind-badge.tsx'
import { LitText } from '#renderer/ui/lit-text.tsx'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { EntityId } from '#shared/domain/ids.ts'
import { dossierPath } from '#shared/domain/routes.ts'
import classes from './same-screen.module.css'

const PASSAGES = 3

/** One of two names, with what it is called and passages that name it. */
export function SameSide({ entityId, because }: { readonly entityId: EntityId; readonly because: string }) {
  const entity = useQuery(api.entity.get.queryOptions({ input: { entityId } })).data
  const mentions = useQuery(api.entity.mentions.queryOptions({ input: { entityId, limit: PASSAGES } })).data
  if (!entity) return <div className={classes.side} />
  const roles = [...new Set(entity.roles.map((role) => role.role))].slice(0, PASSAGES)
  return (
    <article className={classes.side}>
      <KindBadge kind={entity.kind} />
      <h2 className={classes.name}>
        <Link to={dossierPath(entity.id)}>{entity.name}</Link>
      </h2>
      {because !== '' && <p className={classes.because}>{because}</p>}
      <p className={classes.quiet}>{[...roles, formatCount(entity.mentionCount, 'mention', 'mentions')].join(' · ')}</p>
      <ul className={classes.passages}>
        {(mentions?.items ?? []).map((one) => (
          <li key={`${one.articleId}:${one.start}`}>
            <PassageLink articleId={one.articleId} start={one.start} end={one.end} className={classes.sentence ?? ''}>
              <LitText
                text={one.sentence}
                ranges={[{ start: one.start - one.sentenceStart, end: one.end - one.sentenceStart }]}
                render={(words) => <strong className={classes.lit}>{words}</strong>}
              />
            </PassageLink>
            <span className={classes.quiet}>
              {[one.source ?? one.articleTitle, formatDay(one.publishedOn)].filter((words) => words !== '').join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </article>
  )
}
