import { ActionIcon, Button } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { KindBadge } from '#renderer/ui/kind-badge.tsx'
import type { PlacedMention } from '#shared/contract/entity.ts'
import { dossierPath } from '#shared/domain/routes.ts'
import classes from './entity-card.module.css'
import { indexAt, mentionsOf, stepIndex } from './mention-steps.ts'
import { useReader } from './reader-context.tsx'

interface EntityCardProps {
  readonly mention: PlacedMention
  readonly onLeave: () => void
}

/** Who or what a name in the text is, with the way to its other mentions and its dossier. */
export function EntityCard({ mention, onLeave }: EntityCardProps) {
  const { finds, show, correcting } = useReader()
  const entity = finds.entityOf(mention.entityId)
  const all = mentionsOf(finds.mentions, mention.entityId)
  const [index, setIndex] = useState(() => indexAt(all, mention.start))
  const step = (by: number) => {
    const next = stepIndex(index, by, all.length)
    setIndex(next)
    const target = all[next]
    if (target) show(target)
  }
  if (!entity) return null
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <KindBadge kind={mention.kind} label={entity.name} />
        {entity.role && <p className={classes.role}>{entity.role}</p>}
      </div>
      <div className={classes.ways}>
        <Link to={dossierPath(entity.id)} onClick={onLeave}>
          Open dossier
        </Link>
        <Button size="compact-xs" variant="subtle" onClick={() => correcting.askWho(mention)}>
          Correct
        </Button>
        {all.length > 1 && (
          <span className={classes.steps}>
            <span className={classes.count}>
              {index + 1} of {all.length} here
            </span>
            <ActionIcon aria-label="Mention before" size={26} onClick={() => step(-1)}>
              <IconChevronUp size={16} stroke={1.6} />
            </ActionIcon>
            <ActionIcon aria-label="Next mention" size={26} onClick={() => step(1)}>
              <IconChevronDown size={16} stroke={1.6} />
            </ActionIcon>
          </span>
        )}
      </div>
    </div>
  )
}
