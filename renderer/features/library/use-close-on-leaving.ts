import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** Closes what is done once another screen is shown: there it would lie over what one came for. */
export function useCloseOnLeaving(isDone: boolean, close: () => void): void {
  const { pathname } = useLocation()
  const seen = useRef(pathname)
  useEffect(() => {
    const hasLeft = seen.current !== pathname
    seen.current = pathname
    if (hasLeft && isDone) close()
  }, [pathname, isDone, close])
}
