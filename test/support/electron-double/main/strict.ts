import { EventEmitter } from 'node:events'

/**
 * `target` as the program under test sees it: only `members`, and what every event emitter has. Anything else
 * throws by name, so that no test passes on a silent undefined.
 */
export function strict<Target extends object>(
  name: string,
  target: Target,
  members: readonly (keyof Target & string)[],
): Target {
  const known = new Set<string | symbol>(members)
  const isKnown = (key: string | symbol): boolean =>
    known.has(key) || (target instanceof EventEmitter && key in EventEmitter.prototype)
  return new Proxy(target, {
    get(_target, key) {
      if (!isKnown(key)) return missing(name, key)
      const value: unknown = Reflect.get(target, key)
      // Bound to the target: private fields are not seen through a proxy.
      return typeof value === 'function' ? value.bind(target) : value
    },
    set(_target, key, value) {
      return isKnown(key) ? Reflect.set(target, key, value) : missing(name, key) !== undefined
    },
  })
}

// What the language itself looks up, to wait for a value or to print it, is truly absent.
function missing(name: string, key: string | symbol): undefined {
  if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined
  throw new Error(`electron double: ${name}.${key} is not implemented`)
}

/** An event emitter that refuses to listen for what the double never emits. */
export class StrictEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super()
    this.on('newListener', (event: string | symbol) => {
      if (typeof event === 'string' && !events.includes(event) && event !== 'removeListener')
        throw new Error(`electron double: ${name} never emits '${event}'`)
    })
  }
}

/** An event whose listeners may refuse. */
export class RefusableEvent {
  defaultPrevented = false

  preventDefault(): void {
    this.defaultPrevented = true
  }
}
