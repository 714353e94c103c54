/**
 * An error in one string for the log: names, codes and places in the program, along its chain of causes. Messages
 * are left out, for they may quote what a person wrote.
 */
export function failureTrace(error: unknown): string {
  const links: string[] = []
  for (let link: unknown = error; link instanceof Error && links.length < 5; link = link.cause) links.push(trace(link))
  return links.length > 0 ? links.join('\ncaused by ') : `a thrown ${typeof error}`
}

function trace(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
  return [`${error.name}${code}`, ...frames].join('\n')
}
