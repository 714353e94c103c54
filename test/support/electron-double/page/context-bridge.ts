/**
 * What Electron's contextBridge lets through from one world to the other: copies. Functions are wrapped, prototypes
 * dropped, errors reduced to their message; elements and files pass as they are; what can't be copied throws.
 * Source: https://www.electronjs.org/docs/latest/api/context-bridge, "Parameter / Error / Return Type support"
 */
export function cross(value: unknown, depth = 0): unknown {
  if (depth > 1000)
    throw new Error(
      'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
    )
  if (typeof value === 'function') return crossFunction(value)
  if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Promise) return value.then(cross, (error) => Promise.reject(crossError(error)))
  if (value instanceof Error) return crossError(value)
  if (value instanceof Element || value instanceof Blob) return value
  if (Array.isArray(value)) return value.map((item) => cross(item, depth + 1))
  if (Object.prototype.toString.call(value) !== '[object Object]') return structuredClone(value)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cross(item, depth + 1)]))
}

function crossFunction(inner: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown
function crossFunction(inner: object): unknown
function crossFunction(inner: object): unknown {
  const call = inner as (...args: unknown[]) => unknown // only called with typeof 'function'
  return (...args: unknown[]) => {
    try {
      return cross(call(...args.map((arg) => cross(arg))))
    } catch (error) {
      throw crossError(error)
    }
  }
}

function crossError(error: unknown): Error {
  return new Error(error instanceof Error ? error.message : String(error))
}

/** Names that were exposed. */
export const exposed = new Set<string>()

/** The double of Electron's contextBridge.exposeInMainWorld. */
export function exposeInMainWorld(name: string, api: unknown): void {
  if (name in window) throw new Error('Cannot bind an API on top of an existing property on the window object')
  exposed.add(name)
  const value = deepFreeze(cross(api))
  Object.defineProperty(window, name, { value, writable: false, configurable: false, enumerable: true })
}

function deepFreeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const item of Object.values(value)) deepFreeze(item)
  return Object.freeze(value)
}
