import { useCallback, useEffect, useState } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'

const FLASH_MS = 1800

/** A passage that lights up for a moment. */
export function useFlash(): readonly [Span | null, (span: Span) => void] {
  const [flashed, setFlashed] = useState<Span | null>(null)
  useEffect(() => {
    if (!flashed) return
    const timer = setTimeout(() => setFlashed(null), FLASH_MS)
    return () => clearTimeout(timer)
  }, [flashed])
  // A new object each time, so that the same passage can light up again.
  const flash = useCallback((span: Span) => setFlashed({ start: span.start, end: span.end }), [])
  return [flashed, flash]
}
