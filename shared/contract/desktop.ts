import { oc } from '@orpc/contract'
import { z } from 'zod'
import { articleId } from './primitives.ts'

const path = z
  .string()
  .regex(/^\/[\w/?&=.,%-]*$/)
  .max(400)

/** What the person wants of the computer, beside the library: kept for this computer and not in the library. */
export const desktopChoices = z.object({
  /** Started with the computer, without a window. */
  openAtLogin: z.boolean().default(false),
  /** The number of due cards at the program's icon. */
  showsBadge: z.boolean().default(true),
  /** A quiet message, once a day, when cards are due. */
  notifiesDue: z.boolean().default(false),
  checksSpelling: z.boolean().default(false),
  /** Codes as the spell checker has them; empty for those of the system. */
  spellingLanguages: z.array(z.string().max(20)).max(10).default([]),
  /** Looks for newer versions and fetches them: the one thing that uses the network by itself. */
  updates: z.boolean().default(false),
  updateChannel: z.enum(['latest', 'beta']).default('latest'),
})
export type DesktopChoices = z.output<typeof desktopChoices>

const choicesChange = z.object(
  Object.fromEntries(Object.entries(desktopChoices.shape).map(([key, field]) => [key, field.unwrap().optional()])),
) as unknown as z.ZodType<Partial<DesktopChoices>, Partial<DesktopChoices>>

/** How far an update is. `unavailable`: this build has no place to look at. */
export const updateState = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['off', 'unavailable', 'looking', 'newest', 'failed']) }),
  z.object({ kind: z.enum(['fetching', 'ready']), version: z.string() }),
])
export type UpdateState = z.output<typeof updateState>

export const desktopState = z.object({
  choices: desktopChoices,
  /** Whether the system lets programs start with it. */
  canOpenAtLogin: z.boolean(),
  /** Languages there are dictionaries for; empty where the system checks in whatever language is written. */
  spellingLanguages: z.array(z.string()),
  update: updateState,
  /** Libraries that were opened, the open one first. */
  libraries: z.array(z.object({ dir: z.string(), isOpen: z.boolean() })),
})
export type DesktopState = z.output<typeof desktopState>

/** What only a program of the desktop can do. In a browser `state` is null, and nothing else does anything. */
export const desktopContract = {
  state: oc.output(desktopState.nullable()),
  set: oc.input(choicesChange).output(desktopState.nullable()),
  /** Opens a place of the app (a path of the router) in a window of its own. */
  openWindow: oc.input(z.object({ path })).output(z.object({})),
  /** Goes on with a drag of an article as one of a file: its notes in Markdown. To be asked while the mouse is down. */
  dragOut: oc.input(z.object({ articleId })).output(z.object({})),
  /** Shows the library's folder in the file manager. */
  openFolder: oc.input(z.object({ which: z.enum(['library', 'backups', 'log']) })).output(z.object({})),
  /** Lets the person choose a folder; null when they did not. */
  chooseFolder: oc.input(z.object({ title: z.string().max(200) })).output(z.object({ folder: z.string().nullable() })),
  /** Opens a library in a window of its own: one of the known ones, or one that the person chooses. */
  openLibrary: oc
    .input(z.object({ dir: z.string().max(4096).nullable() }))
    .output(z.object({ opened: z.string().nullable() })),
  /** Lets the person choose where the library is to lie, and moves it there by starting anew. */
  moveLibrary: oc.output(z.object({ moving: z.string().nullable() })),
  /** Restarts into the version that was fetched, or looks for one. */
  installUpdate: oc.output(z.object({})),
  lookForUpdate: oc.output(updateState),
  /** Notes a fault of the page in the log, by its kind and its places alone. */
  noteFault: oc
    .input(z.object({ name: z.string().regex(/^\w{1,80}$/), stack: z.string().max(8_000) }))
    .output(z.object({})),
  /** What helps to find a fault: versions, sizes and the log, without anything private. */
  diagnostics: oc.output(z.object({ text: z.string() })),
}
