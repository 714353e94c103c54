import { useEffect, useState } from 'react'

/**
 * Whether what was drawn first has been painted. Tools and lists around a text wait for it: the words come first, and
 * the rest a frame later.
 */
export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    let timer = 0
    // A frame's callback comes before its paint, a task after it.
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => setPainted(true))
    })
    // A window that is not shown has no frames.
    const late = window.setTimeout(() => setPainted(true), 100)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      clearTimeout(late)
    }
  }, [])
  return isPainted
}
