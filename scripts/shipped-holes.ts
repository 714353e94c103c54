/** As much of `npm audit --json` as is read here. */
export interface AuditReport {
  readonly vulnerabilities?: Readonly<
    Record<
      string,
      {
        readonly severity: string
        /** The folders it lies in, from `node_modules` on. */
        readonly nodes: readonly string[]
        /** Its own holes, and by name those of what it depends on. */
        readonly via: readonly (string | { readonly title: string; readonly severity: string })[]
      }
    >
  >
}

/** A package that is shipped with a hole. */
export interface ShippedHole {
  readonly name: string
  readonly severity: string
  readonly titles: readonly string[]
}

const SEVERE = new Set(['high', 'critical'])

/**
 * The packages of `shipped` (folders, from `node_modules` on) with severe holes of their own. What they depend on is
 * itself in the bundles if any of its code is.
 */
export function shippedHoles({ vulnerabilities = {} }: AuditReport, shipped: ReadonlySet<string>): ShippedHole[] {
  return Object.entries(vulnerabilities).flatMap(([name, { severity, nodes, via }]) => {
    const titles = via.flatMap((one) => (typeof one !== 'string' && SEVERE.has(one.severity) ? [one.title] : []))
    return titles.length > 0 && nodes.some((folder) => shipped.has(folder)) ? [{ name, severity, titles }] : []
  })
}
