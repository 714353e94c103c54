/**
 * An error in one string for the log: names, codes and places in the program, along its chain of causes. Messages
 * are left out, for they may quote what a person wrote, and so is where the program lies, which may name that person.
 */
export function failureTrace(error: unknown): string {
  const links: string[] = []
  for (let link: unknown = error; link instanceof Error && links.length < 5; link = link.cause) links.push(trace(link))
  return links.length > 0 ? links.join('\ncaused by ') : `a thrown ${typeof error}`
}

function trace(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const frames = (error.stack ?? '').split('\n').flatMap((line) => placeOf(line) ?? [])
  return [`${error.name}${code}`, ...frames.map((place) => `    at ${place}`)].join('\n')
}

// The function, if it has a name, and the place: an address or an absolute path, a line and a column.
const frame = /^\s+at (?:([\w.$#<> [\]]+) \()?((?:[a-z]+:\/\/|node:|\/|[A-Za-z]:[\\/])[^\n()]*:\d+:\d+)\)?$/

/** A line of a stack without the folders that lead to the program; null for a line of a message. */
function placeOf(line: string): string | null {
  const [, name, path] = frame.exec(line) ?? []
  if (path === undefined) return null
  const place = path.startsWith('node:') ? path : withoutFolders(path.replaceAll('\\', '/'))
  return name === undefined ? place : `${name} (${place})`
}

const folders = [/^.*\/(node_modules\/.*)$/, /^.*\/((?:out|assets|electron|shared|renderer)\/.*)$/]

/** From the folder on that a package or the program is made in; of anything else the name alone. */
function withoutFolders(path: string): string {
  return folders.map((folder) => folder.exec(path)?.[1]).find(Boolean) ?? path.replace(/^.*\//, '')
}
