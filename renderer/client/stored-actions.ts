const unstored = new Set<Promise<unknown>>()

/** Notes an action that shows before it is stored, until `action` has ended either way. */
export function noteAction(action: Promise<unknown>): void {
  unstored.add(action)
  const forget = () => void unstored.delete(action)
  action.then(forget, forget)
}

/** Resolves when all actions that show by now are stored or were refused. Undo would take back an earlier one else. */
export async function actionsStored(): Promise<void> {
  await Promise.allSettled(unstored)
}
