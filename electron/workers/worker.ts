import { parentPort } from 'node:worker_threads'
import { type TaskReply, type TaskRequest, tasks } from './tasks.ts'

const port = parentPort
if (!port) throw new Error('The worker runs as a thread of Dossier only.')

port.on('message', ({ id, name, input }: TaskRequest) => port.postMessage(answer(id, name, input)))

function answer(id: number, name: TaskRequest['name'], input: unknown): TaskReply {
  try {
    // The request was typed by `TextWorker.run`, its one sender; the pair of name and input is lost on the way.
    return { id, output: (tasks[name] as (input: unknown) => unknown)(input) }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
