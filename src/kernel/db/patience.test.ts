import assert from 'node:assert/strict'
import { connect, createServer, type Server } from 'node:net'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openTestOffice } from '#test/harness/office.ts'
import { openDatabase } from './pool.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())

/** A balancer that has no primary to offer for the first `vain` connections: it takes them and closes them. */
async function balancerBefore(ownerUrl: string, vain: number): Promise<{ readonly url: string; readonly taken: () => number; close(): Promise<void> }> {
  const url = new URL(ownerUrl)
  const primary = { host: url.hostname, port: Number(url.port) }
  let taken = 0
  const server: Server = createServer((client) => {
    taken += 1
    client.on('error', () => undefined)
    if (taken <= vain) return client.destroy()
    const behind = connect(primary)
    behind.on('error', () => client.destroy())
    client.on('close', () => behind.destroy())
    return client.pipe(behind).pipe(client)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url.search = ''
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' ? address?.port : '')
  return { url: url.href, taken: () => taken, close: () => new Promise((resolve) => void server.close(() => resolve())) }
}

const asked = async (ownerUrl: string, { waitMs, vain }: { readonly waitMs: number; readonly vain: number }): Promise<{ readonly answer: unknown; readonly taken: number; readonly waiting: number }> => {
  const balancer = await balancerBefore(ownerUrl, vain)
  const database = openDatabase({ url: balancer.url, schema: 'yimen', poolSize: 1, asApplication: false, waitMs })
  try {
    const answer = await sql<{ one: number }>`SELECT 1 AS one`.execute(database.db).then(({ rows }) => rows[0]?.one, (fault: unknown) => String(fault))
    return { answer, taken: balancer.taken(), waiting: database.waiting() }
  } finally {
    await database.close()
    await balancer.close()
  }
}

test('who asks while one database hands over to another waits until there is one again', async () => {
  assert.deepEqual(await asked(office.ownerUrl, { waitMs: 60_000, vain: 3 }), { answer: 1, taken: 4, waiting: 0 })
})

test('without patience, and when it is at its end, the caller hears what the database said', async () => {
  assert.match(String((await asked(office.ownerUrl, { waitMs: 0, vain: 1 })).answer), /Connection terminated/)
  const { answer, taken } = await asked(office.ownerUrl, { waitMs: 250, vain: 1_000 })
  assert.match(String(answer), /Connection terminated/)
  assert.ok(taken > 1)
})

test('whoever is refused for what he is, is not asked again', async () => {
  const stranger = new URL(office.ownerUrl)
  stranger.password = 'not-it'
  const { answer, taken } = await asked(stranger.href, { waitMs: 60_000, vain: 0 })
  assert.match(String(answer), /password authentication failed/)
  assert.equal(taken, 1)
})
