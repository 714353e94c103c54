import { useCallback, useState } from 'react'

/** What the reader's tabs are. */
export const panelTabs = ['marks', 'people', 'figures', 'cards'] as const
export type PanelTab = (typeof panelTabs)[number]

const OPEN_KEY = 'dossier.reader.panel'
const TAB_KEY = 'dossier.reader.tab'
/** From here the panel leaves the text its full measure, so it begins open. */
const OPEN_FROM_PX = 1200

/**
 * Whether the side panel is open and at which tab; the same the next time. Beside another article it begins closed, for
 * there is little room, and that is not remembered.
 */
export function usePanelState(isPaired: boolean) {
  const [isOpenInPair, setOpenInPair] = useState(false)
  const [isOpen, setOpen] = useState(() => {
    const kept = localStorage.getItem(OPEN_KEY)
    return kept === null ? window.innerWidth >= OPEN_FROM_PX : kept === 'true'
  })
  const [tab, setTab] = useState<PanelTab>(
    () => panelTabs.find((name) => name === localStorage.getItem(TAB_KEY)) ?? 'marks',
  )
  const keepOpen = (next: boolean) => {
    if (isPaired) return setOpenInPair(next)
    localStorage.setItem(OPEN_KEY, String(next))
    setOpen(next)
  }
  const keepTab = useCallback((next: PanelTab) => {
    localStorage.setItem(TAB_KEY, next)
    setTab(next)
  }, [])
  return { isOpen: isPaired ? isOpenInPair : isOpen, setOpen: keepOpen, tab, setTab: keepTab }
}
