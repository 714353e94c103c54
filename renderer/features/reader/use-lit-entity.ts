import { useState } from 'react'

/** The name whose mentions are drawn in full: under the pointer, else the one chosen at the side. */
export function useLitEntity() {
  const [hovered, hover] = useState<string | null>(null)
  const [chosen, choose] = useState<string | null>(null)
  return { id: hovered ?? chosen, chosen, hover, choose }
}
