import { ActionIcon } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { KindBadge } from '#renderer/ui/kind-badge.tsx'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { EntitySummary } from '#shared/contract/entity.ts'
import { dossierPath } from '#shared/domain/routes.ts'
import { ExtractionNote, isSearched } from './extraction-note.tsx'
import { mentionsOf, stepIndex } from './mention-steps.ts'
import parts from './panel-parts.module.css'
import classes from './people-tab.module.css'
import { useReader } from './reader-context.tsx'
import { onRowKey } from './use-row-keys.ts'

type Row =
  | { readonly kind: 'group'; readonly key: string; readonly words: string }
  | { readonly kind: 'entity'; readonly key: string; readonly entity: EntitySummary }

const groups = [
  ['person', 'People'],
  ['group', 'Groups'],
  ['place', 'Places'],
] as const

/** Who, which groups and which places the article names. Each row walks through its mentions. */
export function PeopleTab() {
  const { article, finds } = useReader()
  const navigate = useNavigate()
  const rows = toRows(finds.entities)
  const openDossier = (row: HTMLElement) => void navigate(dossierPath(row.dataset.row ?? ''))
  if (finds.error) return <ErrorState error={finds.error} />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for keys of the rows within, is no control itself
    <div className={parts.list} onKeyDown={(event) => onRowKey(event, { 'panel.dossier': openDossier })}>
      <ExtractionNote article={article} />
      {rows.length === 0 && article.extraction === 'done' && isSearched(article) && (
        <p className={parts.state}>No people, groups or places were found in this text.</p>
      )}
      {rows.length > 0 && (
        <VirtualList
          items={rows}
          label="People, groups and places"
          itemKey={(row) => row.key}
          estimateHeightPx={38}
          renderItem={(row) =>
            row.kind === 'group' ? <h3 className={parts.group}>{row.words}</h3> : <EntityRow entity={row.entity} />
          }
        />
      )}
    </div>
  )
}

function toRows(entities: readonly EntitySummary[]): Row[] {
  return groups.flatMap(([kind, words]): Row[] => {
    const named = entities.filter((entity) => entity.kind === kind)
    if (named.length === 0) return []
    return [
      { kind: 'group', key: kind, words: `${words} · ${named.length}` },
      ...named.map((entity): Row => ({ kind: 'entity', key: entity.id, entity })),
    ]
  })
}

function EntityRow({ entity }: { entity: EntitySummary }) {
  const { finds, show, light, litEntityId } = useReader()
  const [at, setAt] = useState(-1)
  const mentions = mentionsOf(finds.mentions, entity.id)
  const isLit = litEntityId === entity.id
  const next = () => {
    const index = stepIndex(isLit ? at : -1, 1, mentions.length)
    const mention = mentions[index]
    setAt(index)
    light(entity.id)
    if (mention) show(mention)
  }
  return (
    <div className={classes.entity}>
      <button type="button" data-row={entity.id} className={parts.row} aria-current={isLit} onClick={next}>
        <span className={classes.line}>
          <span className={classes.name}>
            <KindBadge kind={entity.kind} label={entity.name} />
          </span>
          <span className={classes.count}>
            {isLit && at >= 0 && mentions.length > 1 ? `${at + 1} of ${mentions.length}` : mentions.length}
            <span className="visually-hidden">{mentions.length === 1 ? ' mention' : ' mentions'}</span>
          </span>
        </span>
        {entity.role && <span className={classes.role}>{entity.role}</span>}
      </button>
      <ActionIcon
        component={Link}
        to={dossierPath(entity.id)}
        className={classes.open ?? ''}
        aria-label={`Open the dossier of ${entity.name}`}
        size={28}
      >
        <IconFolderOpen size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}
