import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, test } from 'node:test'
import { openDatabase } from '#kernel/db/pool.ts'
import { createLog } from '#kernel/log/log.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { createMeters } from './meters.ts'
import { figuresOf, type OfficeState, readOfficeState } from './office-state.ts'
import { judgeReadiness } from './readiness.ts'
import { createTraces } from './traces.ts'

const office = await openTestOffice({ with: 'city' })
const owner = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 1, asApplication: false })
after(async () => {
  await owner.close()
  await office.close()
})

const resting: OfficeState = { jobsWaiting: 0, jobsFailed: 0, jobsLateSeconds: 0, messagesWaiting: 0, messagesLateSeconds: 0, eventsUnsigned: 0, eventsUnsignedSeconds: 0, clocksOverdue: 0, signalsLate: 0 }

test('what waits in the office is counted: events without a signed root, their age, and clocks past due', async () => {
  const before = await readOfficeState(owner.db, 'yimen', office.clock.now())
  await aSubmittedCase(office)
  office.clock.advance(60_000)
  const after = await readOfficeState(owner.db, 'yimen', office.clock.now())
  assert.ok(after.eventsUnsigned > before.eventsUnsigned)
  assert.ok(after.eventsUnsignedSeconds >= 60)
  const aYearOn = new Date(office.clock.now().getTime() + 365 * 86_400_000)
  assert.ok((await readOfficeState(owner.db, 'yimen', aYearOn)).clocksOverdue > after.clocksOverdue)
})

test('a process without its database, with a newer program than its tables or with a wrong clock is not ready; one that sees a late worker is', () => {
  assert.deepEqual(judgeReadiness({ state: undefined, migrationsMissing: 0, clockRight: true }).ready, false)
  assert.deepEqual(judgeReadiness({ state: resting, migrationsMissing: 1, clockRight: true }).ready, false)
  assert.deepEqual(judgeReadiness({ state: resting, migrationsMissing: 0, clockRight: false }).ready, false)
  assert.deepEqual(judgeReadiness({ state: resting, migrationsMissing: 0, clockRight: true }), { ready: true, checks: { database: 'ok', migrations: 'ok', clock: 'ok', ledger: 'ok', jobs: 'ok' } })
  assert.deepEqual(judgeReadiness({ state: { ...resting, eventsUnsignedSeconds: 601, jobsLateSeconds: 301 }, migrationsMissing: 0, clockRight: true }), { ready: true, checks: { database: 'ok', migrations: 'ok', clock: 'ok', ledger: 'late', jobs: 'late' } })
})

test('the metrics count requests by operation and status and show the figures of the office', async () => {
  let away = false
  const meters = createMeters(async () => (away ? Promise.reject(new Error('away')) : figuresOf({ ...resting, jobsFailed: 3 })))
  meters.observe({ operation: 'cases.accept-case', method: 'POST', status: 409, seconds: 0.03 })
  const text = await meters.text()
  assert.match(text, /^yimen_requests_total\{operation="cases.accept-case",method="POST",status="409"\} 1$/m)
  assert.match(text, /^yimen_request_seconds_bucket\{le="0.05",operation="cases.accept-case"\} 1$/m)
  assert.match(text, /^yimen_jobs_failed 3$/m)
  assert.match(text, /^yimen_figures_read 1$/m)
  assert.match(text, /^nodejs_eventloop_lag_seconds /m)
  away = true
  const without = await meters.text()
  assert.match(without, /^yimen_figures_read 0$/m)
  assert.doesNotMatch(without, /^yimen_jobs_failed 3$/m)
})

test('a request becomes a span of its caller’s trace that names the operation and no address', async () => {
  const received: string[] = []
  const collector = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += String(part)
    received.push(body)
    response.end('{}')
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  const address = collector.address()
  assert.ok(address !== null && typeof address === 'object')
  const traces = createTraces({ collector: `http://127.0.0.1:${address.port}/v1/traces`, clock: () => 1_000, log: createLog('silent') })
  const trace = '0af7651916cd43dd8448eb211c80319c'
  traces.begin({ method: 'GET', requestId: 'request-1', parent: `00-${trace}-b7ad6b7169203331-01` })({ operation: 'cases.get-case', status: 503 })
  await traces.close()
  collector.close()
  const [span] = (JSON.parse(received.join('')) as { resourceSpans: { scopeSpans: { spans: Readonly<Record<string, unknown>>[] }[] }[] }).resourceSpans[0]?.scopeSpans[0]?.spans ?? []
  assert.equal(span?.['traceId'], trace)
  assert.equal(span?.['parentSpanId'], 'b7ad6b7169203331')
  assert.equal(span?.['name'], 'cases.get-case')
  assert.equal(span?.['startTimeUnixNano'], '1000000000')
  assert.deepEqual(span?.['status'], { code: 2 })
})

test('a collector that is away costs nothing but its spans', async () => {
  const traces = createTraces({ collector: 'http://127.0.0.1:9/v1/traces', clock: () => 1_000, log: createLog('silent') })
  traces.begin({ method: 'GET', requestId: 'request-1', parent: undefined })({ operation: 'page', status: 200 })
  await assert.doesNotReject(traces.close())
})
