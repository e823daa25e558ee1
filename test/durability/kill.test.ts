import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { readConfig } from '#kernel/config/config.ts'
import { CaseClient, type Hands, handsOf, type SentCommand, sendTo } from '#test/harness/load.ts'
import { scratchFolder } from '#test/harness/office.ts'
import { startServer, type TestServer } from '#test/harness/server.ts'
import { checkOffice } from '../../src/check.ts'
import { seededOrder } from './seeded-order.ts'

// The drill: several clients take cases through the office over HTTP while the program and its PostgreSQL are killed with
// SIGKILL at random points. What was acknowledged must be there afterwards, once.

const rounds = 24
const clientCount = 4
const dataFolder = scratchFolder()
const random = seededOrder(20_260_907)
let server: TestServer
let hands: Hands
let clients: readonly CaseClient[]

before(async () => {
  server = await startServer(dataFolder)
  hands = await handsOf(server)
  clients = Array.from({ length: clientCount }, () => new CaseClient(hands))
})
after(async () => {
  if (server.isAlive()) await server.stop()
  else await server.database.stop().catch(() => undefined)
  rmSync(dataFolder, { recursive: true, force: true })
})

test(`${rounds} times the program, its database or both are killed under load, and nothing that was acknowledged is lost or doubled`, async () => {
  for (let round = 1; round <= rounds; round++) {
    const target = (['program', 'both', 'both', 'database'] as const)[round % 4] ?? 'both'
    await loadUntilKilled(target)
    if (target === 'database') await waitUntilHealthy(server)
    else server = await startServer(dataFolder)
    for (const client of clients) await settle(client)
    assert.deepEqual(await lostCommands(server, clients), [], `round ${round}, ${target} killed`)
    if (round % 8 === 0) assert.equal(await ledgerHolds(), true, `ledger after round ${round}`)
  }
  const acknowledged = clients.flatMap((client) => client.sent)
  const refused = clients.flatMap((client) => client.refused)
  assert.ok(acknowledged.length > rounds * clientCount, `only ${acknowledged.length} commands were acknowledged`)
  assert.ok(refused.length > 0, 'no kill ever cut a command off, so nothing was tried')
  assert.deepEqual([...new Set(refused)].filter((status) => status !== 0 && status !== 503), [])
})

test('a command sent again under its key after all the kills gets the very answer that it got first', async () => {
  for (const client of clients) {
    for (const command of [client.sent.at(0), client.sent.at(Math.floor(client.sent.length / 2)), client.sent.at(-1)]) {
      assert.ok(command)
      const again = await sendTo(server.address)(command)
      assert.deepEqual([again.status, await again.json()], [command.status, command.answer])
    }
  }
})

test('no number was given twice, and there is no case that no client opened', async () => {
  const submitted = clients.flatMap((client) => client.sent).flatMap(({ path, answer }) => (path === '/cases' && answer !== undefined ? [answer.number] : []))
  assert.equal(new Set(submitted).size, submitted.length)
  const stored = await asOwner<{ number: string }>(`SELECT number FROM matters WHERE kind = 'case'`)
  assert.deepEqual(stored.map(({ number }) => number).toSorted(), submitted.toSorted())
  for (const [table, column] of [['matters', 'number'], ['documents', 'number'], ['certificates', 'identifier']] as const) {
    assert.deepEqual(await asOwner(`SELECT ${column} FROM ${table} GROUP BY ${column} HAVING count(*) > 1`), [], table)
  }
})

test('while the database is away the living program answers 503, also for its health, and recovers by itself', async () => {
  server.killDatabase()
  const health = await fetch(`${server.address}/healthz`)
  assert.equal(health.status, 503)
  assert.equal(((await health.json()) as { code: string }).code, 'contract.try-again')
  await waitUntilHealthy(server)
  const client = new CaseClient(hands)
  assert.equal(await client.advance(sendTo(server.address)), true)
  assert.equal(server.isAlive(), true)
  assert.equal(await server.database.isAlive(), true)
})

test('the drill notices when an acknowledged command is lost: one taken out by the owner of the database is named', async () => {
  const victim = clients[0]?.sent.findLast(({ path }) => path.endsWith('/accept'))
  assert.ok(victim?.answer)
  assert.deepEqual(await lostCommands(server, clients), [])
  await asOwner(
    `WITH gone AS (DELETE FROM matter_events e USING matters m WHERE e.matter_id = m.id AND m.number = $1 AND e.seq = $2 RETURNING 1) SELECT * FROM gone`,
    [victim.answer.number, victim.answer.version],
  )
  assert.deepEqual(await lostCommands(server, clients), [`${victim.answer.number} ${victim.answer.version} ${victim.answer.state}`])
  assert.equal(await ledgerHolds(), false)
})

async function loadUntilKilled(target: 'program' | 'database' | 'both'): Promise<void> {
  const stop = new AbortController()
  const send = sendTo(server.address)
  const running = clients.map(async (client) => {
    while (!stop.signal.aborted) if (!(await client.advance(send))) await pause(20)
  })
  await pause(300 + random(900))
  if (target !== 'program') server.killDatabase()
  if (target !== 'database') await server.kill()
  stop.abort()
  await Promise.all(running)
}

/** Asks again for the answer that the kill took away, under the same key. */
async function settle(client: CaseClient): Promise<void> {
  for (let attempt = 1; client.unanswered !== undefined; attempt++) {
    assert.ok(attempt <= 20, `${client.unanswered.path} is not answered any more: ${client.refused.slice(-3).join(', ')}`)
    await client.advance(sendTo(server.address))
  }
}

/** The acknowledged commands that the ledger does not have at their version with their state. */
async function lostCommands(from: TestServer, of: readonly CaseClient[]): Promise<readonly string[]> {
  const acknowledged = of.flatMap((client) => client.sent).flatMap(({ answer }: SentCommand) => answer ?? [])
  const events = await asOwner<{ number: string; seq: number; state: string }>(
    `SELECT m.number, e.seq, e.to_state AS state FROM matters m JOIN matter_events e ON e.matter_id = m.id WHERE m.kind = 'case'`,
  )
  const known = new Set(events.map(({ number, seq, state }) => `${number} ${seq} ${state}`))
  const newest = new Map(acknowledged.map((answer) => [answer.number, answer]))
  const behind: string[] = []
  for (const { number, state, version } of [...newest.values()].slice(-clientCount * 3)) {
    const response = await fetch(`${from.address}/api/v1/cases/${number}`, { headers: { authorization: `Bearer ${hands.clerk}` } })
    const seen = (await response.json()) as { state: string; version: number }
    if (seen.state !== state || seen.version !== version) behind.push(`${number} is ${seen.state}, not ${state}`)
  }
  return [...acknowledged.map(({ number, version, state }) => `${number} ${version} ${state}`).filter((line) => !known.has(line)), ...behind]
}

function ledgerHolds(): Promise<boolean> {
  return checkOffice(readConfig({ YIMEN_DATA: dataFolder, YIMEN_LOG: 'error' }), () => undefined)
}

async function asOwner<Row extends pg.QueryResultRow>(query: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: server.database.databaseUrl('yimen'), options: '-c search_path=yimen' })
  await client.connect()
  try {
    return (await client.query<Row>(query, [...values])).rows
  } finally {
    await client.end()
  }
}

async function waitUntilHealthy({ address }: TestServer): Promise<void> {
  for (let attempt = 1; attempt <= 600; attempt++) {
    const response = await fetch(`${address}/healthz`)
    await response.body?.cancel()
    if (response.status === 200) return
    assert.equal(response.status, 503)
    await pause(50)
  }
  assert.fail('the database did not come back within half a minute')
}
