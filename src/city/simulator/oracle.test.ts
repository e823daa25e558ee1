import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { OutputOf } from '#app'
import { law } from '#kernel/access/caller.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { judgeClocks } from '#test/oracle/judge-clocks.ts'
import { judgeLedger } from '#test/oracle/judge-copies.ts'
import { judgeFigures, listOf } from '#test/oracle/judge-figures.ts'
import { liveCity } from './live.ts'
import { getProfile } from './profiles.ts'

// A fortnight of a small city as the judge of everything: it was lived through the public operations alone.

const office = await openTestOffice({ with: 'empty' })
const { app } = office
const period = { from: '2018-03-05', to: '2018-03-16' } as const
const profile = { ...getProfile('huadu-2018'), late: 0.15, corrected: 0.15, stopped: 0.15, withdrawn: 0.1, grades: [[5, 0.6], [3, 0.2], [1, 0.2]] } as const
after(() => office.close())
before(async () => void (await liveCity(app, { profile, ...period, seed: 'oracle', width: 8, scale: 0.03, elapsedMs: () => 0 })))

type Figures = OutputOf<'reporting.list-figures'>['items']

async function figures(changes: { readonly asOf?: string; readonly unitId?: string; readonly to?: `${number}-${number}-${number}` } = {}): Promise<Figures> {
  return (await app.call('reporting.list-figures', law, { ...period, ...changes })).items
}

test('every figure equals its list, whole, by unit and as of an instant', async () => {
  const unitId = (await listOf(office, 'cases.accepted', period))[0]?.unitId ?? ''
  const handler = (await listOf(office, 'hotline.return-rate', period))[0]?.unitId ?? ''
  for (const changes of [{}, { unitId }, { unitId: handler }, { asOf: '2018-03-09T12:00:00+08:00' }]) {
    assert.ok((await figures(changes)).length > 40)
    assert.deepEqual(await judgeFigures(office, { ...period, ...changes }), [])
  }
})

test('every matter behind a figure opens to its ledger entries', async () => {
  for (const row of (await listOf(office, 'cases.decided', period)).slice(0, 10)) {
    const { events } = await app.call('cases.get-case-ledger', law, { number: row.number ?? '' })
    assert.ok(events.some((event) => event.command === 'decide' && event.at === row.at))
  }
})

test('the figures are those that a clerk would count by hand from the ledger', async () => {
  const count = async (command: string): Promise<number> =>
    (await office.database.pool.query<{ n: number }>(`SELECT count(DISTINCT e.matter_id)::int AS n FROM matter_events e JOIN matters m ON m.id = e.matter_id WHERE m.kind = 'case' AND e.command = $1 AND e.at >= '2018-03-05' AND e.at < '2018-03-17'`, [command])).rows[0]?.n ?? 0
  const all = new Map((await figures()).map((figure) => [figure.metric, figure]))
  assert.equal(all.get('cases.received')?.numerator, await count('submit'))
  assert.equal(all.get('cases.accepted')?.numerator, await count('accept'))
  assert.equal(all.get('cases.decided')?.numerator, await count('decide'))
  const onTime = all.get('cases.on-time-rate')
  assert.equal(onTime?.denominator, (await count('decide')) + (all.get('cases.overdue-open')?.numerator ?? 0))
})

test('the figures of orders and events are those that a clerk would count by hand from the ledger', async () => {
  const count = async (sql: string): Promise<number> => (await office.database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql} AND e.at >= '2018-03-05' AND e.at < '2018-03-17'`)).rows[0]?.n ?? 0
  const first = (kind: string, command: string): string => `(SELECT e.matter_id, min(e.at) AS at FROM matter_events e JOIN matters m ON m.id = e.matter_id WHERE m.kind = '${kind}' AND e.command = '${command}' GROUP BY 1) e WHERE true`
  const all = new Map((await figures()).map((figure) => [figure.metric, figure]))
  const taken = (await count(first('workOrder', 'register'))) - (await count(first('workOrder', 'reject'))) - (await count(first('workOrder', 'link')))
  assert.equal(all.get('hotline.orders')?.numerator, taken)
  assert.equal(all.get('hotline.return-rate')?.denominator, await count(first('workOrder', 'dispatch')))
  assert.equal(all.get('hotline.satisfaction-rate')?.denominator, await count(`matter_events e WHERE command = 'call-back' AND to_state <> 'awaitingCallback' AND detail ->> 'satisfaction' IN ('satisfied', 'basicallySatisfied', 'dissatisfied')`))
  assert.equal(all.get('grid.reported')?.numerator, await count(first('gridEvent', 'collect')))
  assert.equal(all.get('grid.closing-rate')?.denominator, await count(first('gridEvent', 'file')))
  assert.equal(all.get('grid.rework-rate')?.numerator, await count(`matter_events e WHERE command = 'verify' AND to_state = 'disposing'`))
  const calls = await office.database.pool.query<{ act: string; n: number }>(`SELECT act, count(*)::int AS n FROM call_acts WHERE acted_at < '2018-03-17' AND act IN ('ring', 'transfer') GROUP BY 1 ORDER BY 1`)
  assert.deepEqual(calls.rows.map(({ n }) => n), [all.get('hotline.transfer-calls')?.numerator, all.get('hotline.transfers')?.numerator])
})

test('H-01 the kinds of orders are as the report states them, and the callers as satisfied', async () => {
  const all = new Map((await figures()).map((figure) => [figure.metric, figure]))
  const share = (metric: string): number => (all.get(metric)?.numerator ?? 0) / (all.get(metric)?.denominator ?? 0)
  for (const [metric, stated] of [['hotline.share-complaint', 0.328], ['hotline.share-report', 0.3341], ['hotline.share-help', 0.1513], ['hotline.satisfaction-rate', 0.6843]] as const) {
    assert.ok(Math.abs(share(metric) - stated) < 0.08, `${metric} ${share(metric)}`)
  }
})

test('S-21 a figure as of an instant stays what it was, whatever happens later', async () => {
  const asOf = '2018-03-12T10:00:00+08:00'
  const unitId = (await listOf(office, 'hotline.return-rate', { ...period, asOf }))[0]?.unitId ?? ''
  const seen = async (): Promise<readonly Figures[]> => [await figures({ asOf, to: '2018-03-12' }), await figures({ asOf, to: '2018-03-12', unitId })]
  const before = await seen()
  await liveCity(app, { profile, from: period.from, to: '2018-03-19', seed: 'oracle', width: 8, scale: 0.03, elapsedMs: () => 0 })
  assert.deepEqual(await seen(), before)
})

test('S-21 a published figure keeps numerator, denominator, cut-off, definition and checkpoint, and computing it again gives the same', async () => {
  const { published } = await app.call('reporting.publish-period', law, period)
  const { items } = await app.call('reporting.list-published', law, { limit: 100 })
  assert.equal(items.length, published)
  const again = new Map((await figures()).map((figure) => [figure.metric, figure]))
  for (const { metric, numerator, denominator, value, cutOffAt, definition, treeSize } of items) {
    const figure = again.get(metric)
    assert.deepEqual([figure?.numerator, figure?.denominator, figure?.value, figure?.cutOffAt, figure?.definition], [numerator, denominator, value, cutOffAt, definition])
    assert.ok(treeSize > 0)
  }
  assert.ok(items.every((item) => again.get(item.metric)?.value !== null))
})

test('the ledger verifies, and the present of every matter is what its events say', async () => assert.deepEqual(await judgeLedger(office), []))

test('T-01 C-09 every stored due date is what a walk through the calendar comes to', async () => assert.deepEqual(await judgeClocks(office), []))
