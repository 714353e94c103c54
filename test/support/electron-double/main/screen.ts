import type { Display, Screen } from 'electron'
import { strict } from './strict.ts'

/** One display, or those that the test has given: the work area of each, the first display first. */
const areas: Display['workArea'][] = JSON.parse(
  process.env.ELECTRON_DOUBLE_DISPLAYS ?? '[{"x":0,"y":0,"width":1920,"height":1040}]',
)

const displays = areas.map((workArea, id) => {
  const display: Partial<Display> = { id, workArea }
  return strict('Display', display, ['id', 'workArea']) as Display
})

/** The double of Electron's screen. */
export const screen = strict(
  'screen',
  {
    getAllDisplays: () => displays,
    getPrimaryDisplay: () => {
      const [first] = displays
      if (!first) throw new Error('electron double: there is no display')
      return first
    },
  } satisfies Partial<Screen>,
  ['getAllDisplays', 'getPrimaryDisplay'],
)
