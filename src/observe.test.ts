import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openTestOffice, testConfig } from '#test/harness/office.ts'
import { openDatabase } from '#kernel/db/pool.ts'
import { watchOffice } from './observe.ts'

const office = await openTestOffice({ with: 'empty' })
const watched = { ...office, server: undefined }
after(() => office.close())

/** Sets the office's clock to that of the database, as it is where a machine's clock is right. */
async function setRight(): Promise<void> {
  const { rows } = await sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(office.database.db)
  office.clock.set(rows[0]?.now ?? office.clock.now())
}

test('an office is ready; one whose clock is wrong is not, nor one that lacks a migration of its program', async () => {
  const look = async () => {
    const watch = await watchOffice(watched, testConfig())
    try {
      return await watch.readiness()
    } finally {
      await watch.close()
    }
  }
  await setRight()
  assert.deepEqual(await look(), { ready: true, checks: { database: 'ok', migrations: 'ok', clock: 'ok', ledger: 'ok', jobs: 'ok' } })
  office.clock.advance(3_600_000)
  assert.equal((await look()).checks.clock, 'wrong')
  await setRight()
  const owner = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 1, asApplication: false })
  await owner.pool.query(`DELETE FROM schema_migrations WHERE name LIKE '0001-%' AND owner = 'kernel'`)
  await owner.close()
  const { ready, checks } = await look()
  assert.deepEqual([ready, checks.migrations], [false, 'wrong'])
})

test('the metrics are told on loopback only, on a port of their own, without a word of anybody', async () => {
  await setRight()
  const watch = await watchOffice(watched, { ...testConfig(), metricsPort: 0 })
  try {
    watch.observer.begin({ method: 'GET', requestId: 'request-1', parent: undefined })({ operation: 'page', status: 200 })
    const answer = await fetch(`http://127.0.0.1:${watch.metricsPort}/metrics`)
    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=/)
    const text = await answer.text()
    assert.match(text, /^yimen_requests_total\{operation="page",method="GET",status="200"\} 1$/m)
    assert.match(text, /^yimen_figures_read 1$/m)
    assert.match(text, /^yimen_clock_skew_seconds /m)
    assert.equal((await fetch(`http://127.0.0.1:${watch.metricsPort}/`)).status, 404)
  } finally {
    await watch.close()
  }
})
