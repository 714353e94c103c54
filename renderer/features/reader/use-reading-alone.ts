import { useEffect, useState } from 'react'

/** Whether the text stands alone: no places, no search, no panel. The whole window is told, and told again at the end. */
export function useReadingAlone(): readonly [boolean, (isAlone: boolean) => void] {
  const [isAlone, setAlone] = useState(false)
  useEffect(() => {
    if (!isAlone) return
    const { dataset } = document.documentElement
    dataset.reading = 'alone'
    return () => {
      delete dataset.reading
    }
  }, [isAlone])
  return [isAlone, setAlone]
}
