import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import type { AsOf, Dossier } from '#shared/contract/entity.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { dossierPath } from '#shared/domain/routes.ts'
import classes from './company-graph.module.css'
import { type GraphNode, layOutCompany, nodeTowards } from './graph-layout.ts'

interface CompanyGraphProps {
  readonly entityId: EntityId
  readonly asOf: AsOf | null
}

/**
 * Who appears with whom. One name is in the middle; choosing another puts that one there, so that one walks from name
 * to name without leaving the page.
 */
export function CompanyGraph({ entityId, asOf }: CompanyGraphProps) {
  const [trail, setTrail] = useState<readonly EntityId[]>([entityId])
  const here = trail.at(-1) ?? entityId
  const input = { entityId: here, ...(asOf && { asOf }) }
  const centre = useQuery(api.entity.get.queryOptions({ input, placeholderData: keepPreviousData }))
  if (centre.error) return <ErrorState error={centre.error} onRetry={() => void centre.refetch()} />
  if (!centre.data) return <LoadingState label="Drawing the company" />
  if (centre.data.mentionCount === 0) return <p className={classes.hint}>Nobody was named yet by then.</p>
  const walkTo = (id: EntityId) => setTrail((before) => [...before.slice(-20), id])
  return (
    <section aria-label="Company" className={classes.root}>
      <p className={classes.hint}>
        Choose a name to walk to it; arrow keys go from name to name, Backspace goes a step back.
      </p>
      <Picture
        key={centre.data.id}
        dossier={centre.data}
        hasWalked={trail.length > 1}
        onWalk={walkTo}
        onBack={() => setTrail((before) => (before.length > 1 ? before.slice(0, -1) : before))}
      />
      <p className={classes.where}>
        {centre.data.appearsWith.length === 0 && <span>{centre.data.name} appears with nobody else. </span>}
        {here !== entityId && <Link to={dossierPath(here, asOf)}>Open the dossier of {centre.data.name}</Link>}
        {trail.length > 1 && (
          <button type="button" className={classes.back} onClick={() => setTrail((before) => before.slice(0, -1))}>
            A step back
          </button>
        )}
      </p>
    </section>
  )
}

interface PictureProps {
  readonly dossier: Dossier
  /** Whether one came here by walking: then the keys go on from the middle. */
  readonly hasWalked: boolean
  readonly onWalk: (id: EntityId) => void
  readonly onBack: () => void
}

function Picture({ dossier, hasWalked, onWalk, onBack }: PictureProps) {
  const picture = useMemo(() => layOutCompany(dossier), [dossier])
  const [atId, setAtId] = useState<string>(dossier.id)
  const root = useRef<HTMLDivElement>(null)
  const at = picture.nodes.find(({ id }) => id === atId) ?? picture.nodes[0]
  useEffect(() => {
    if (hasWalked) root.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [hasWalked])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace') onBack()
    else if (!event.key.startsWith('Arrow') || !at) return
    else {
      const next = nodeTowards(picture.nodes, at, event.key)
      if (next) root.current?.querySelector<HTMLElement>(`[data-node="${next.id}"]`)?.focus()
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for keys of the names within, is no control itself
    <div ref={root} className={classes.picture} onKeyDown={onKeyDown}>
      <svg className={classes.lines} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        {picture.lines.map(({ from, to, weight, isSpoke }) => (
          <line
            key={`${from.id}:${to.id}`}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            className={classes.line}
            data-spoke={isSpoke}
            data-lit={from.id === atId || to.id === atId}
            strokeWidth={1 + 3 * weight}
          />
        ))}
      </svg>
      {picture.nodes.map((node) => (
        <button
          key={node.id}
          type="button"
          data-node={node.id}
          data-kind={node.kind}
          data-middle={node.shared === null}
          className={classes.node}
          style={{ left: `${node.x * 100}%`, top: `${node.y * 100}%` }}
          tabIndex={node.id === at?.id ? 0 : -1}
          title={node.name}
          onFocus={() => setAtId(node.id)}
          onMouseEnter={() => setAtId(node.id)}
          // The id is one the host gave.
          onClick={() => node.shared !== null && onWalk(node.id as EntityId)}
        >
          <span className={classes.name}>{node.name}</span>
          <Shared node={node} />
        </button>
      ))}
    </div>
  )
}

function Shared({ node: { shared } }: { node: GraphNode }) {
  if (shared === null) return <span className="visually-hidden"> in the middle</span>
  return (
    <span className={classes.shared}>
      {formatNumber(shared)}
      <span className="visually-hidden"> {shared === 1 ? 'sentence' : 'sentences'}</span>
    </span>
  )
}
