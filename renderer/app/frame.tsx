import { useEffect, useRef, useState } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { ImportDesk } from '#renderer/features/library/import-desk.tsx'
import { SearchBox } from '#renderer/features/search/search-box.tsx'
import { announce } from '#renderer/ui/announce.ts'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { routes } from '#shared/domain/routes.ts'
import classes from './frame.module.css'
import { KeptWords } from './kept-words.tsx'
import { Rail } from './rail.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { TopBar } from './top-bar.tsx'
import { useArrivals } from './use-arrivals.ts'
import { useHistoryCommands } from './use-history-commands.ts'
import { useHostCommands } from './use-host-commands.ts'
import { useTrail } from './use-trail.ts'

const CONTENT_ID = 'content'
// A window opened on one place has no rail; where else to go is asked for by the keys.
const isAlone = new URLSearchParams(window.location.search).has('alone')

/** What stays while screens come and go: the rail, the top line, search, import, and the keys that work everywhere. */
export function Frame() {
  const [isShortcutsOpen, setShortcutsOpen] = useState(false)
  const trail = useTrail()
  useHistoryCommands()
  usePlaceCommands()
  useCommands({ shortcuts: () => setShortcutsOpen(true) })
  // The last: what the menu asked for before this was drawn is done at once, by the commands above.
  useHostCommands()
  useArrivals()
  const content = useFocusOnArrival()
  return (
    <ImportDesk>
      <div className={classes.frame} data-alone={isAlone || undefined}>
        <a
          href={`#${CONTENT_ID}`}
          className={classes.skip}
          onClick={(event) => {
            // The address behind # belongs to the router.
            event.preventDefault()
            content.current?.focus()
          }}
        >
          Skip to the content
        </a>
        {!isAlone && <Rail />}
        <div className={classes.side}>
          <TopBar {...trail} />
          <main id={CONTENT_ID} ref={content} tabIndex={-1} className={classes.content}>
            <KeptWords />
            <Outlet />
          </main>
        </div>
      </div>
      <SearchBox />
      <ShortcutsDialog opened={isShortcutsOpen} onClose={() => setShortcutsOpen(false)} />
    </ImportDesk>
  )
}

function usePlaceCommands(): void {
  const navigate = useNavigate()
  const go = (path: string) => () => void navigate(path)
  useCommands({
    back: () => void navigate(-1),
    forward: () => void navigate(1),
    settings: go(routes.settings),
    'go-export': go(routes.export),
    'go-library': go(routes.library),
    'go-dossiers': go(routes.dossiers),
    'go-figures': go(routes.figures),
    'go-cards': go(routes.cards),
    'go-review': go(routes.review),
    'go-practice': go(routes.practice),
    'go-marks': go(routes.marks),
    'go-old-marks': go(routes.oldMarks),
    'go-statistics': go(routes.statistics),
  })
}

/**
 * After a change of screen, keys and screen readers go on in the new one, and the title is read out. A screen that
 * has taken the focus itself keeps it.
 */
function useFocusOnArrival() {
  const { pathname } = useLocation()
  const content = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  useEffect(() => {
    const before = shown.current
    shown.current = pathname
    // A start goes from the bare address to the library by itself: nobody has arrived from anywhere.
    if (before === pathname || before === '/') return
    const frame = requestAnimationFrame(() => {
      announce(document.title.replace(/ · Dossier$/, ''))
      if (!content.current?.contains(document.activeElement)) content.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [pathname])
  return content
}
