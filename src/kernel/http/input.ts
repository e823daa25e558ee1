import type { HonoRequest } from 'hono'
import type { HttpLine } from '#kernel/contract/operation.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal } from '#kernel/errors/refusal.ts'

export const maxJsonBytes = 1_048_576
export const maxFileBytes = 52_428_800
/** A form of a page, with all its files: it is read into memory as a whole. */
export const maxFormBytes = 2 * maxFileBytes

/** The input of an operation: the JSON body, or else the query; path parameters win over both. The query of a JSON request is not read. */
export async function readInput(request: HonoRequest, line: HttpLine): Promise<Readonly<Record<string, unknown>>> {
  const query = Object.fromEntries(Object.entries(request.queries()).map(([name, values]) => [name, values.length > 1 ? values : values[0]]))
  const path = request.param() as Record<string, string>
  if (line.method === 'GET' || line.method === 'DELETE') return { ...query, ...path }
  if (line.body === 'bytes') return { ...query, ...path, bytes: await readBytes(request, maxFileBytes) }
  return { ...(await readJson(request)), ...path }
}

async function readJson(request: HonoRequest): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request, maxJsonBytes)
  if (bytes.length === 0) return {}
  const type = request.header('content-type') ?? ''
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) throw new Refusal(contractRefusals.unsupportedMediaType, { expected: 'application/json' })
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refusal(contractRefusals.malformedBody)
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Refusal(contractRefusals.malformedBody)
  return value as Record<string, unknown>
}

/** Reads the body within a limit. One that tells its length is no longer than that, for HTTP/1.1 ends it there; one that does not is stopped as soon as it grows past the limit. */
async function readBytes(request: HonoRequest, limit: number): Promise<Uint8Array> {
  const length = request.header('content-length')
  if (Number(length ?? 0) > limit) throw new Refusal(contractRefusals.bodyTooLarge, { limitBytes: limit })
  if (length !== undefined && request.header('transfer-encoding') === undefined) return new Uint8Array(await request.raw.arrayBuffer())
  const body = request.raw.body
  if (body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) throw new Refusal(contractRefusals.bodyTooLarge, { limitBytes: limit })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
