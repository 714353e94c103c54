import { useEffect, useRef } from 'react'
import { KindBadge } from '#renderer/ui/kind-badge.tsx'
import { plainText, splitHits } from '#renderer/ui/split-hits.ts'
import type { SearchItem } from '#shared/contract/library.ts'
import { type HitGroup, hitKey } from './group-hits.ts'
import classes from './search-box.module.css'

/** The id of the list, for the field that controls it. */
export const LIST_ID = 'search-hits'

interface SearchHitsProps {
  readonly groups: readonly HitGroup[]
  readonly current: SearchItem | null
  readonly onOpen: (hit: SearchItem) => void
}

/** What was found, by kind. */
export function SearchHits({ groups, current, onOpen }: SearchHitsProps) {
  if (groups.length === 0) return null
  return (
    <div id={LIST_ID} role="listbox" aria-label="Found" className={classes.hits}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options with role group
        <div key={group.kind} role="group" aria-label={group.label} className={classes.group}>
          <div className={classes.label} aria-hidden="true">
            {group.label}
          </div>
          {group.hits.map((hit) => (
            <Hit key={hitKey(hit)} hit={hit} isCurrent={hit === current} onOpen={onOpen} />
          ))}
        </div>
      ))}
    </div>
  )
}

interface HitProps {
  readonly hit: SearchItem
  readonly isCurrent: boolean
  readonly onOpen: (hit: SearchItem) => void
}

function Hit({ hit, isCurrent, onOpen }: HitProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const name = hit.kind === 'person' || hit.kind === 'group' || hit.kind === 'place' ? hit.kind : null
  const isTitle = plainText(hit.snippet) === hit.title
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox field has the focus and answers the keys
    // biome-ignore lint/a11y/useFocusableInteractive: active by aria-activedescendant
    <div
      ref={row}
      id={hitKey(hit)}
      role="option"
      aria-selected={isCurrent}
      className={classes.hit}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(hit)}
    >
      <span className={classes.title}>
        <span>
          <Marked text={isTitle ? hit.snippet : hit.title} />
        </span>
        {name && <KindBadge kind={name} />}
      </span>
      {hit.snippet !== '' && !isTitle && (
        <span className={classes.snippet}>
          <Marked text={hit.snippet} />
        </span>
      )}
    </div>
  )
}

function Marked({ text }: { readonly text: string }) {
  let at = 0
  return splitHits(text).map((part) => {
    const key = at
    at += part.text.length
    return part.isHit ? (
      <mark key={key} className={classes.found}>
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    )
  })
}
