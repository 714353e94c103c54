import { type RefObject, useEffect, useState } from 'react'

/** Beyond this the article's own title has gone. */
const TITLE_GONE_PX = 150

/** How the line over the text should look: whether it shows the title, and whether it steps back while one reads on. */
export function useReadingLine(scrollRef: RefObject<HTMLDivElement | null>) {
  const [isTitleShown, setTitleShown] = useState(false)
  const [isQuiet, setQuiet] = useState(false)
  useEffect(() => {
    const scroller = scrollRef.current
    if (!scroller) return
    let last = scroller.scrollTop
    const onScroll = () => {
      const top = scroller.scrollTop
      setTitleShown(top > TITLE_GONE_PX)
      // A few pixels either way say nothing about where a person is going.
      if (Math.abs(top - last) < 6) return
      setQuiet(top > last && top > TITLE_GONE_PX)
      last = top
    }
    onScroll()
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => scroller.removeEventListener('scroll', onScroll)
  }, [scrollRef])
  return { isTitleShown, isQuiet }
}
