const PAIR = /^\s*["']?([\w.-]{1,100})["']?\s*=\s*(.*?)\s*$/
const STRING = /^("(?:\\.|[^"\\])*"|'[^']*')/

/**
 * The fields at the top of a TOML head, by name: strings, lists of strings and plain values, as far as the first table.
 * What else TOML can say is left. Linear. Source: TOML 1.0.
 */
export function readTomlHead(toml: string): ReadonlyMap<string, unknown> | null {
  const fields = new Map<string, unknown>()
  const lines = toml.replace(/\[\s*\n([^[\]]*)\]/g, (list) => list.replace(/\n/g, ' ')).split('\n')
  for (const line of lines) {
    if (/^\s*\[/.test(line)) break
    const [, name = '', value = ''] = PAIR.exec(line) ?? []
    if (name !== '') fields.set(name.toLowerCase(), readValue(value))
  }
  return fields.size > 0 ? fields : null
}

function readValue(value: string): unknown {
  if (value.startsWith('[')) return [...value.matchAll(/"(?:\\.|[^"\\])*"|'[^']*'/g)].map(([item]) => readString(item))
  const quoted = STRING.exec(value)?.[1]
  return quoted === undefined ? value.replace(/\s+#.*$/, '') : readString(quoted)
}

function readString(quoted: string): string {
  const inside = quoted.slice(1, -1)
  return quoted.startsWith("'") ? inside : inside.replace(/\\(["\\])/g, '$1').replace(/\\[nt]/g, ' ')
}
