import { tellMain } from './page-link.ts'

const bridged = new Map<string, MessagePort>()
let lastId = 0

/** Takes a port away from the page and joins it to the main process; gives the id it goes by. */
export function givePort(port: MessagePort): string {
  const id = `page-${++lastId}`
  // A transfer leaves the object that was given without use.
  join(id, structuredClone(port, { transfer: [port] }))
  return id
}

/** The page's port for one that the main process gave away under this id. */
export function receivePort(id: string): MessagePort {
  const { port1, port2 } = new MessageChannel()
  join(id, port1)
  return port2
}

/** Hands on what the main process sent through a port. */
export function deliver(id: string, data: unknown, ports: readonly string[]): void {
  bridged.get(id)?.postMessage(data, ports.map(receivePort))
}

/** The main process closed a port. */
export function closePort(id: string): void {
  bridged.get(id)?.close()
  bridged.delete(id)
}

function join(id: string, port: MessagePort): void {
  bridged.set(id, port)
  port.addEventListener('message', ({ data, ports }) => {
    tellMain({ kind: 'port-message', port: id, data, ports: ports.map(givePort) })
  })
  port.addEventListener('messageerror', () => console.error('electron double: a message could not be read'))
  port.addEventListener('close', () => {
    if (bridged.delete(id)) tellMain({ kind: 'port-close', port: id })
  })
  port.start()
}
