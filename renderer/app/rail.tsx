import { Tooltip } from '@mantine/core'
import { IconSettings, type TablerIcon } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { Link, useLocation } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { formatCount, formatNumber } from '#renderer/ui/format.ts'
import { useKeyBindings } from '#renderer/ui/key-bindings.ts'
import { keysOf } from '#renderer/ui/keys.tsx'
import { routes } from '#shared/domain/routes.ts'
import icon from '../../resources/icon.svg'
import { type Place, places } from './places.ts'
import classes from './rail.module.css'

// Cards fall due by themselves, so the clock asks, not only a change.
const DUE_EVERY_MS = 60_000

/** The rail of places. The one shown stands out like the tab of an index card. */
export function Rail() {
  const { pathname } = useLocation()
  useKeyBindings()
  const counts = useQuery(api.review.counts.queryOptions({ input: {}, refetchInterval: DUE_EVERY_MS }))
  const due = counts.data ? counts.data.due + counts.data.learning + counts.data.new : 0
  return (
    <nav className={classes.rail} aria-label="Places">
      <Link to={routes.library} className={classes.name} aria-label="Dossier, to the library">
        <img src={icon} width={26} height={26} alt="" />
        <span className={classes.label}>Dossier</span>
      </Link>
      <ul className={classes.places}>
        {places.map((place) => (
          <RailLink
            key={place.path}
            {...place}
            isCurrent={isWithin(place, pathname)}
            keys={keysOf(place.command)}
            count={place.path === routes.review ? due : 0}
          />
        ))}
      </ul>
      <ul className={classes.places}>
        <RailLink
          path={routes.settings}
          label="Settings"
          icon={IconSettings}
          isCurrent={pathname === routes.settings}
          keys={keysOf('settings')}
          count={0}
        />
      </ul>
    </nav>
  )
}

function isWithin({ path, also }: Place, pathname: string): boolean {
  return (
    pathname === path || pathname.startsWith(`${path}/`) || (also ?? []).some((start) => pathname.startsWith(start))
  )
}

interface RailLinkProps {
  readonly path: string
  readonly label: string
  readonly icon: TablerIcon
  readonly isCurrent: boolean
  readonly keys: string
  readonly count: number
}

// Drawn again only when it changes: every step through the app passes by here, and a tooltip is dear.
const RailLink = memo(function RailLink({ path, label, icon: Icon, isCurrent, keys, count }: RailLinkProps) {
  return (
    <li>
      <Tooltip label={`${label} (${keys})`} position="right" openDelay={600}>
        <Link to={path} className={classes.place} {...(isCurrent ? { 'aria-current': 'page' as const } : {})}>
          <Icon size={19} stroke={1.5} aria-hidden />
          <span className={classes.label}>{label}</span>
          {count > 0 && (
            <span className={classes.count}>
              <span aria-hidden>{count > 999 ? '999+' : formatNumber(count)}</span>
              <span className="visually-hidden">, {formatCount(count, 'card', 'cards')} to review</span>
            </span>
          )}
        </Link>
      </Tooltip>
    </li>
  )
})
