import { ORPCError } from '@orpc/server'

/** Whether what a procedure threw is a bug or a broken machine, and no answer that its contract knows. */
export function isFailure(error: unknown): boolean {
  // Output that does not fit the contract comes as an ORPCError of this code, and is a bug of ours.
  return !(error instanceof ORPCError) || error.code === 'INTERNAL_SERVER_ERROR'
}
