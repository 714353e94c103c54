import type { IncomingMessage, ServerResponse } from 'node:http'
import { checkBody, checkMethod } from './http-guard.ts'
import { type Refusal, sendRefusal } from './http-refusal.ts'
import type { OneTimeCodes } from './loopback-secrets.ts'

const limits = { json: 1024, multipart: 0 }
const badCode: Refusal = { code: 'UNAUTHORIZED', message: 'The code is unknown, used or too old.' }

/** Trades a one-time code, `{"code": "..."}`, for the token of this run. */
export async function sendSession(
  request: IncomingMessage,
  response: ServerResponse,
  trade: { codes: OneTimeCodes; token: string },
): Promise<void> {
  const refusal = checkMethod(request, ['POST']) ?? checkBody(request.headers, limits)
  if (refusal) return sendRefusal(response, refusal)
  const code = codeIn(await readText(request))
  if (code === null) return sendRefusal(response, { code: 'BAD_REQUEST', message: 'Send {"code": "..."}.' })
  if (!trade.codes.redeem(code)) return sendRefusal(response, badCode)
  const body = JSON.stringify({ token: trade.token })
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(body)
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function codeIn(body: string): string | null {
  try {
    const parsed: unknown = JSON.parse(body)
    const code = typeof parsed === 'object' && parsed !== null && 'code' in parsed ? parsed.code : null
    return typeof code === 'string' ? code : null
  } catch {
    return null // not JSON: no code
  }
}
