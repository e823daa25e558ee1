import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { seededRandomness } from '#kernel/crypto/randomness.ts'
import { findSimulationMark } from '#kernel/simulation/mark.ts'
import type { App } from '#app'
import { openTestOffice } from '#test/harness/office.ts'
import { type CityLife, type LivedCity, liveCity } from './live.ts'
import { getProfile } from './profiles.ts'

const life: CityLife = { profile: getProfile('huadu-2018'), from: '2018-03-05', to: '2018-03-13', seed: '1', width: 8, scale: 0.01, elapsedMs: () => 0 }
const once = await openTestOffice({ with: 'empty' })
const again = await openTestOffice({ with: 'empty' })
const cut = await openTestOffice({ with: 'empty' })
const other = await openTestOffice({ with: 'empty' })
const [unstopped, stopped] = [await openTestOffice({ with: 'empty' }), await openTestOffice({ with: 'empty' })]
after(() => Promise.all([once, again, cut, other, unstopped, stopped].map((office) => office.close())))

async function rootOf(office: typeof once): Promise<{ readonly size: number; readonly root: string }> {
  const { rows } = await office.database.pool.query<{ size: number; root: string }>(`SELECT tree_size AS size, encode(root, 'hex') AS root FROM checkpoints ORDER BY tree_size DESC LIMIT 1`)
  return rows[0] ?? { size: 0, root: '' }
}

/** The same office, of which nothing works any more after so many calls, those that are in the middle included. */
function failing(app: App, calls: number): App {
  let left = calls
  const keepFresh: typeof app.services.freshness.keepFresh = async (db) => {
    left -= 1
    if (left < 0) throw new Error('the power failed')
    await app.services.freshness.keepFresh(db)
  }
  return { ...app, services: { ...app.services, freshness: Object.assign(Object.create(app.services.freshness), { keepFresh }) } }
}

let lived: LivedCity

test('a city lives more than a week through the public operations', async () => {
  lived = await liveCity(once.app, life)
  assert.ok((lived.begun['cases'] ?? 0) > 10)
  assert.equal(lived.overtaken, 0)
  const { rows } = await once.database.pool.query<{ cases: number; certificates: number; reviews: number }>('SELECT (SELECT count(*)::int FROM cases) AS cases, (SELECT count(*)::int FROM certificates) AS certificates, (SELECT count(*)::int FROM service_reviews) AS reviews')
  assert.equal(rows[0]?.cases, lived.begun['cases'])
  assert.ok((rows[0]?.certificates ?? 0) > 0 && (rows[0]?.reviews ?? 0) > 0)
})

test('each business lives in the city: as many matters as were begun, and their acts lead somewhere', async () => {
  const { rows } = await once.database.pool.query<{ kind: string; n: number; moved: number }>(`SELECT kind, count(*)::int AS n, count(*) FILTER (WHERE head_seq > 2)::int AS moved FROM matters GROUP BY 1`)
  const byKind = new Map(rows.map((row) => [row.kind, row]))
  const { orders = 0, events = 0, records = 0, calls = 0 } = lived.begun
  assert.ok(orders > 5 && events > 0 && calls > 0)
  assert.ok((byKind.get('workOrder')?.n ?? 0) >= orders && (byKind.get('workOrder')?.moved ?? 0) > 0)
  assert.equal(byKind.get('gridEvent')?.n, events)
  assert.ok((byKind.get('gridEvent')?.moved ?? 0) > 0)
  assert.ok((byKind.get('publicRecord')?.n ?? 0) >= records)
  const { rows: rung } = await once.database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM calls')
  assert.equal(rung[0]?.n, calls)
})

test('the same seed gives the same ledger, also with another width and after a stop', async () => {
  let days = 0
  const first = await liveCity(again.app, { ...life, width: 3, shouldStop: () => days++ >= 3 })
  assert.equal(first.livedUntil, '2018-03-07')
  const daysInRun: number[] = []
  const second = await liveCity(again.app, { ...life, width: 3, onProgress: (progress) => daysInRun.push(progress.daysInRun) })
  assert.deepEqual(second.begun, lived.begun)
  assert.deepEqual([first.begunInRun['cases'], second.begunInRun['cases']], [first.begun['cases'], (lived.begun['cases'] ?? 0) - (first.begun['cases'] ?? 0)])
  assert.deepEqual(daysInRun, [1, 2, 3, 4, 5, 6])
  assert.deepEqual(await rootOf(again), await rootOf(once))
})

test('a city whose power fails in the middle of a day, again and again, lives on to the same ledger', async () => {
  let failures = 0
  for (let calls = 60; ; calls = Math.ceil(calls * 1.6)) {
    try {
      await liveCity(failing(cut.app, calls), { ...life, width: 5 })
      break
    } catch (error) {
      assert.match(String(error), /the power failed/)
      failures += 1
    }
  }
  assert.ok(failures >= 3, `it failed ${failures} times only`)
  assert.deepEqual(await rootOf(cut), await rootOf(once))
})

// In this city an application for a registration of real estate comes on a Friday evening and is deemed accepted on Saturday: what the clerk planned falls away.
const overtakenLife: CityLife = { ...life, profile: { ...getProfile('huadu-2018'), channels: { window: 0, online: 1, mobile: 0 } }, seed: '16', to: '2018-03-16' }

test('a matter that the law overtook stays out of the plan after a stop, too', async () => {
  const whole = await liveCity(unstopped.app, overtakenLife)
  assert.ok(whole.overtaken > 0)
  let days = 0
  await liveCity(stopped.app, { ...overtakenLife, shouldStop: () => days++ >= 9 })
  const goneOn = await liveCity(stopped.app, overtakenLife)
  assert.equal(goneOn.livedUntil, '2018-03-16')
  assert.equal(goneOn.overtaken, whole.overtaken)
  assert.deepEqual(await rootOf(stopped), await rootOf(unstopped))
})

test('another seed gives another ledger', async () => {
  await liveCity(other.app, { ...life, seed: '2', to: '2018-03-06' })
  assert.notEqual((await rootOf(other)).root, (await rootOf(once)).root)
})

test('a simulated city is marked, and neither another city nor a real office may use its database', async () => {
  assert.equal((await findSimulationMark(once.database.db))?.livedUntil, '2018-03-13')
  await assert.rejects(liveCity(once.app, { ...life, seed: '3' }), /another city/)
  const office = await openTestOffice({ with: 'city' })
  await assert.rejects(liveCity(office.app, life), /holds an office/)
  await office.close()
})

test('a real office takes no randomness from outside', async () => {
  await assert.rejects(once.app.call('kernel.list-checkpoints', anonymous, {}, { randomness: seededRandomness('1') }), /only a simulated city/)
})
