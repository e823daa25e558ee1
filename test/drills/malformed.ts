import process from 'node:process'
import type { App } from '#app'
import { openApiDocument } from '#kernel/contract/openapi.ts'
import { openSession } from '#kernel/session/sessions.ts'
import { openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { createDoors } from '../../src/serve.ts'
import { matrixCallers } from '../contract/matrix-callers.ts'
import { type Drill, none, percentile } from './drill.ts'
import { describedBy, type Malformed, malformedRequests } from './malformed-requests.ts'

/** Codes that no single operation announces: the face of HTTP itself may say them of any request. */
const ofTheFace = new Set(['404 contract.not-found', '405 contract.method-not-allowed', '413 contract.body-too-large', '415 contract.unsupported-media-type', '429 contract.too-many-requests', '400 contract.malformed-body', '400 contract.invalid-input', '401 contract.sign-in-required', '403 contract.not-permitted'])

/** Requests made from the OpenAPI document with wrong types, wrong bytes, wrong addresses and wrong heads, by every kind of caller. */
export const malformed: Drill = {
  id: 'R7',
  says: 'no malformed request brings the office down, to a halt or to a 5xx; each is answered with a problem that the document announces',
  size: { quick: 1_500, usual: 10_000 },
  async run(count) {
    const office = await openTestOffice()
    try {
      const { app } = office
      const operations = describedBy(openApiDocument({ operations: app.operations, permissions: app.permissions, texts: app.texts, version: '0.1.0' }))
      const tokens = await tokensOf(office)
      const before = process.memoryUsage().rss
      const found = await sendAll(app, [...malformedRequests(operations, count, tokens)])
      const careless = await sendAll(carelessly(app), [...malformedRequests(operations, 600, tokens)])
      return {
        counts: { requests: count, operations: operations.length, refused: found.refused, accepted: found.accepted, medianMs: Math.round(percentile(found.milliseconds, 0.5)), slowestMs: Math.round(Math.max(...found.milliseconds)), memoryGrewMb: Math.round((process.memoryUsage().rss - before) / 2 ** 20) },
        faults: found.faults,
        control: { broken: 'a program that does not expect a text without meaning in Unicode', noticed: careless.faults.filter((fault) => fault.includes(' 500')).slice(0, 1) },
      }
    } finally {
      await office.close()
    }
  },
}

async function tokensOf(office: TestOffice): Promise<readonly string[]> {
  const tokens: string[] = []
  for (const { caller } of await matrixCallers(office)) {
    if (caller.kind === 'anonymous' || caller.kind === 'system') continue
    tokens.push((await openSession(office.app.db, caller, { kind: 'token', now: office.clock.now() })).token)
  }
  return tokens
}

interface Found {
  refused: number
  accepted: number
  readonly milliseconds: number[]
  readonly faults: readonly string[]
}

async function sendAll(app: App, requests: readonly Malformed[]): Promise<Found> {
  const doors = createDoors(app, undefined)
  const found = { refused: 0, accepted: 0, milliseconds: [] as number[] }
  const faults: string[] = []
  for (const request of requests) {
    const begun = performance.now()
    const answer = await doors.request(request.address, request.init)
    const text = await answer.text()
    found.milliseconds.push(performance.now() - begun)
    if (answer.ok) found.accepted += 1
    else found.refused += 1
    const fault = faultOf(request, answer, text)
    if (fault !== undefined) faults.push(`${request.operation.method} ${request.operation.path} (${request.what.slice(0, 200)}): ${fault}`)
  }
  return { ...found, faults: faults.length > 5 ? [...faults.slice(0, 5), ...none(faults.length - 5, 'more')] : faults }
}

function faultOf({ operation }: Malformed, answer: Response, text: string): string | undefined {
  if (answer.ok) return undefined
  if (answer.status >= 500) return `answered ${answer.status} ${text.slice(0, 200)}`
  if (!(answer.headers.get('content-type') ?? '').startsWith('application/problem+json')) return `${answer.status} without a problem`
  const { code, title } = JSON.parse(text) as { readonly code?: string; readonly title?: string }
  if (title === undefined || title === '') return `${answer.status} ${code} has no title`
  const said = `${answer.status} ${code}`
  return operation.announced.has(said) || ofTheFace.has(said) ? undefined : `answered ${said}, which the document does not announce`
}

/** The same program with one thing that it did not think of. */
function carelessly(app: App): App {
  const silent = { ...app.services.log, error: () => undefined }
  return {
    ...app,
    services: Object.defineProperty(Object.create(app.services) as App['services'], 'log', { value: silent }),
    run: (operation, caller, input, options) => {
      if (JSON.stringify(input).includes('\\ud800')) throw new TypeError('URI malformed')
      return app.run(operation, caller, input, options)
    },
  }
}
