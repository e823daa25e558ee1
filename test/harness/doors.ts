import type { Caller } from '#kernel/access/caller.ts'
import { openSession } from '#kernel/session/sessions.ts'
import { createDoors } from '../../src/serve.ts'
import type { TestOffice } from './office.ts'

/** A request to the HTTP face: who asks, and either a JSON value or a raw body. */
export interface DoorRequest {
  readonly as?: Caller
  readonly json?: unknown
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer, read to its end; `json` is empty for anything but JSON. */
export interface DoorAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Readonly<Record<string, unknown>>
}

/** Asks the HTTP face of a test office without a port; paths are below /api/v1 unless they begin with another slash. */
export type TestDoors = (method: string, path: string, request?: DoorRequest) => Promise<DoorAnswer>

/** The API over a test office. Each request of a caller runs under a session of its own, because some operations end the session that asks. */
export function openTestDoors(office: TestOffice): TestDoors {
  const doors = createDoors(office.app, undefined)
  return async (method, path, { as, json, body, headers } = {}) => {
    const token = as === undefined || as.kind === 'anonymous' ? undefined : (await openSession(office.app.db, as, { kind: 'token', now: office.clock.now() })).token
    const response = await doors.request(path.startsWith('//') ? path.slice(1) : `/api/v1${path}`, {
      method,
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(body !== undefined && { body }),
    })
    return readAnswer(response)
  }
}

export async function readAnswer(response: Response): Promise<DoorAnswer> {
  const text = await response.text()
  const isJson = /^application\/(?:problem\+)?json/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, text, json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {} }
}
