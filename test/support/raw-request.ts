import { request } from 'node:http'

/** An answer as it came, body read as text. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/**
 * Sends exactly what it is told, other than fetch, which tidies paths and forbids headers. The body goes out with its
 * length unless `headers` name one or a transfer encoding.
 */
export function rawRequest(
  origin: string,
  ask: { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer },
): Promise<RawAnswer> {
  const url = new URL(origin)
  const sent = ask.body ?? ''
  const length =
    ask.headers?.['transfer-encoding'] || ask.headers?.['content-length']
      ? {}
      : { 'content-length': String(Buffer.byteLength(sent)) }
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: url.hostname,
        port: url.port,
        method: ask.method ?? 'GET',
        path: ask.path,
        headers: { ...length, ...ask.headers },
        agent: false,
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(sent)
  })
}
