import { parentPort } from 'node:worker_threads'
import { type TaskReply, type TaskRequest, tasks } from './tasks.ts'

const port = parentPort
if (!port) throw new Error('The worker runs as a thread of Dossier only.')

port.on('message', ({ id, name, input }: TaskRequest) => {
  void answer(id, name, input).then((reply) => port.postMessage(reply))
})

async function answer(id: number, name: TaskRequest['name'], input: unknown): Promise<TaskReply> {
  try {
    // The request was typed by `TextWorker.run`, its one sender; the pair of name and input is lost on the way.
    return { id, output: await (tasks[name] as (input: unknown) => unknown)(input) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error), code }
  }
}
