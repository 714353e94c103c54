import type { ReadHandle } from '#electron/store/handle.ts'
import { listSettings, putSetting } from '#electron/store/queries/settings.ts'
import { type Settings, settings } from '#shared/contract/library.ts'
import { os, type ServiceContext } from './context.ts'

/** What the person prefers. A stored value that no longer fits gives way to its default. */
export function readSettings(db: ReadHandle): Settings {
  const stored = listSettings(db)
  const fitting = Object.entries(settings.shape).flatMap(([key, field]) => {
    const parsed = field.safeParse(stored[key])
    return parsed.success ? [[key, parsed.data] as const] : []
  })
  return settings.parse(Object.fromEntries(fitting))
}

/** Settings: read and changed one by one. */
export function createSettingsService({ library, changes, clock }: ServiceContext) {
  return {
    get: os.settings.get.handler(() => readSettings(library.read)),
    set: os.settings.set.handler(({ input }) => {
      library.write((db) => {
        for (const [key, value] of Object.entries(input)) if (value !== undefined) putSetting(db, key, value, clock())
      })
      changes.announce(['settings'])
      return readSettings(library.read)
    }),
  }
}
