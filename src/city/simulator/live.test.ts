import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { seededRandomness } from '#kernel/crypto/randomness.ts'
import { findSimulationMark } from '#kernel/simulation/mark.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { type CityLife, type LivedCity, liveCity } from './live.ts'
import { getProfile } from './profiles.ts'

const life: CityLife = { profile: getProfile('huadu-2018'), from: '2018-03-05', to: '2018-03-13', seed: '1', width: 8, scale: 0.01, elapsedMs: () => 0 }
const once = await openTestOffice({ with: 'empty' })
const again = await openTestOffice({ with: 'empty' })
const other = await openTestOffice({ with: 'empty' })
after(() => Promise.all([once.close(), again.close(), other.close()]))

async function rootOf(office: typeof once): Promise<{ readonly size: number; readonly root: string }> {
  const { rows } = await office.database.pool.query<{ size: number; root: string }>(`SELECT tree_size AS size, encode(root, 'hex') AS root FROM checkpoints ORDER BY tree_size DESC LIMIT 1`)
  return rows[0] ?? { size: 0, root: '' }
}

let lived: LivedCity

test('a city lives more than a week through the public operations', async () => {
  lived = await liveCity(once.app, life)
  assert.ok(lived.cases > 10)
  assert.equal(lived.overtaken, 0)
  const { rows } = await once.database.pool.query<{ cases: number; certificates: number; reviews: number }>('SELECT (SELECT count(*)::int FROM cases) AS cases, (SELECT count(*)::int FROM certificates) AS certificates, (SELECT count(*)::int FROM service_reviews) AS reviews')
  assert.equal(rows[0]?.cases, lived.cases)
  assert.ok((rows[0]?.certificates ?? 0) > 0 && (rows[0]?.reviews ?? 0) > 0)
})

test('the same seed gives the same ledger, also with another width and after a stop', async () => {
  let days = 0
  const first = await liveCity(again.app, { ...life, width: 3, shouldStop: () => days++ >= 3 })
  assert.equal(first.livedUntil, '2018-03-07')
  const second = await liveCity(again.app, { ...life, width: 3 })
  assert.equal(second.cases, lived.cases)
  assert.deepEqual(await rootOf(again), await rootOf(once))
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
