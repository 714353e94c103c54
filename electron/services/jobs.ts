/** Work that takes long and counts on the library that it began with. */
export interface Jobs {
  /** Says that one begins; gives what says that it is over. */
  begin(): () => void
  /** How many are under way. */
  count(): number
}

export function createJobs(): Jobs {
  const open = new Set<symbol>()
  return {
    begin() {
      const job = Symbol('job')
      open.add(job)
      return () => void open.delete(job)
    },
    count: () => open.size,
  }
}

/** Work that is a job until it ends. */
export async function inJob<Result>(jobs: Jobs, work: () => Promise<Result>): Promise<Result> {
  const end = jobs.begin()
  try {
    return await work()
  } finally {
    end()
  }
}

/** A stream that is a job until it ends, or until whoever reads it goes away. */
export async function* asJob<Event, Result>(
  jobs: Jobs,
  events: AsyncGenerator<Event, Result, void>,
): AsyncGenerator<Event, Result, void> {
  const end = jobs.begin()
  try {
    return yield* events
  } finally {
    end()
  }
}
