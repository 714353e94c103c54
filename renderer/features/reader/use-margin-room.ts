import { useLayoutEffect, useState } from 'react'
import type { Page } from './use-page.ts'

/** A note of about thirty characters a line, with space on both sides. */
const NOTE_ROOM_PX = 300

/** Whether notes can stand beside the text at its full measure. */
export function useMarginRoom({ scrollRef, textRef }: Page): boolean {
  const [hasRoom, setRoom] = useState(false)
  useLayoutEffect(() => {
    const [scroller, text] = [scrollRef.current, textRef.current]
    if (!scroller || !text) return
    const measure = () => setRoom(scroller.clientWidth - text.offsetWidth >= NOTE_ROOM_PX)
    const observer = new ResizeObserver(measure)
    observer.observe(scroller)
    observer.observe(text)
    return () => observer.disconnect()
  }, [scrollRef, textRef])
  return hasRoom
}
