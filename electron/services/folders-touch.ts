import { realpathSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'

/** Whether one folder is the other, or inside of it, also where a link leads there. */
export function foldersTouch(one: string, other: string): boolean {
  const [first, second] = [placeOf(one), placeOf(other)]
  return isInside(first, second) || isInside(second, first)
}

function isInside(from: string, to: string): boolean {
  const way = relative(from, to)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

function placeOf(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return resolve(folder) // not there, or not to be looked at: what it is called is all that is known
  }
}
