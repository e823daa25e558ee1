// One lifecycle of a case, from application to delivery (seven commands), three times in one run on one machine:
//   limit  the same rows, written by one SQL function a step, over the database's own protocol;
//   bare   the same functions behind a bare HTTP server;
//   ours   the real HTTP API: session, access, validation, rules, idempotency, clocks, ledger, sealed documents, messages.
// node bench/lifecycle.ts [seconds for each round] [clients]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { say } from '#kernel/log/say.ts'
import { CaseClient, handsOf, type SentCommand } from '#test/harness/load.ts'
import { startServer } from '#test/harness/server.ts'
import { type CapturedStep, captureStep, functionOf, lifecycleMaker, readTables } from './lifecycle/captured-rows.ts'
import { drive, post } from './lifecycle/client.ts'

const [seconds = 8, width = 8] = process.argv.slice(2).map(Number)
const rounds = 3
/** Rounds that are not counted: the program is slow until its compiler has seen its hot functions. */
const warmUps = 2
const stepNames = ['submit', 'accept', 'review', 'last review', 'decide', 'issue', 'deliver'] as const
const stepCount = stepNames.length
const folder = mkdtempSync(join(tmpdir(), 'yimen-bench-'))
const dataFolder = join(folder, 'data')

type Measured = Awaited<ReturnType<typeof drive>>

try {
  const steps = await captureLifecycle()
  const results = await measure(steps)
  report(steps, results)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Captured {
  readonly steps: readonly CapturedStep[]
  readonly matterId: string
}

/** Takes one case through a fresh office, notes what each command wrote, and leaves a copy of the database for the bare functions. */
async function captureLifecycle(): Promise<Captured> {
  const server = await startServer(dataFolder, 'production')
  const client = await connect(server.database.databaseUrl('yimen'))
  const tables = await readTables(client)
  const hands = await handsOf(server)
  const walker = new CaseClient(hands)
  const known = new Set<string>()
  const steps: CapturedStep[] = []
  // The first lifecycle fills what is filled once, such as number sequences; the second is the one that is copied.
  for (let step = 0; step < stepCount * 2; step++) {
    if (!(await walker.advance((command) => sendOurs(server.address, command)))) throw new Error(`step ${step} was refused: ${walker.refused.join(', ')}`)
    const captured = await captureStep(client, `step_${(step % stepCount) + 1}`, tables, known)
    if (step >= stepCount) steps.push(captured)
  }
  const { rows: [matter] } = await client.query<{ id: string }>('SELECT matter_id AS id FROM matter_events ORDER BY at DESC, seq DESC LIMIT 1')
  await client.end()
  await server.stop()
  const database = await startEmbedded(dataFolder, { max_connections: '200' })
  const admin = await connect(database.databaseUrl('postgres'))
  await admin.query('CREATE DATABASE bare TEMPLATE yimen')
  await admin.end()
  const bare = await connect(database.databaseUrl('bare'))
  await bare.query('CREATE SCHEMA bench')
  for (const step of steps) await bare.query(functionOf(step, 'yimen'))
  await bare.end()
  await database.stop()
  return { steps, matterId: matter?.id ?? '' }
}

async function measure({ steps, matterId }: Captured): Promise<Readonly<Record<'limit' | 'bare' | 'ours', readonly Measured[]>>> {
  const server = await startServer(dataFolder, 'production')
  const bareUrl = server.database.databaseUrl('bare')
  const program = spawn(process.execPath, [join(import.meta.dirname, 'lifecycle/bare-server.ts')], { env: { ...process.env, BARE_URL: bareUrl }, stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = (await once(program.stdout, 'data')) as [Buffer]
  const bareAddress = `http://127.0.0.1:${String(port).trim()}`
  const pool = new pg.Pool({ connectionString: bareUrl, max: width })
  const make = lifecycleMaker(steps, matterId)
  const hands = await handsOf(server)

  const limit = () => drive(width, seconds, async (note) => {
    for (const [index, body] of make().entries()) await timed(note, index, () => pool.query({ name: `step_${index + 1}`, text: `SELECT bench.step_${index + 1}($1::jsonb)`, values: [body] }))
  })
  const bare = () => drive(width, seconds, async (note) => {
    for (const [index, body] of make().entries()) {
      const answer = await timed(note, index, () => post(`${bareAddress}/step_${index + 1}`, {}, body))
      if (answer.status !== 200) throw new Error(`bare step ${index + 1}: ${answer.status} ${answer.body}`)
    }
  })
  const ours = () => drive(width, seconds, async (note) => {
    const walker = new CaseClient(hands)
    for (let index = 0; index < stepCount; index++) {
      const done = await timed(note, index, () => walker.advance((command) => sendOurs(server.address, command)))
      if (!done) throw new Error(`our step ${index + 1} was refused: ${walker.refused.join(', ')}`)
    }
  })

  const results: Record<'limit' | 'bare' | 'ours', Measured[]> = { limit: [], bare: [], ours: [] }
  try {
    for (let round = 1 - warmUps; round <= rounds; round++) {
      for (const [name, run] of Object.entries({ limit, bare, ours })) {
        await settle(server)
        const measured = await run()
        if (round > 0) results[name as keyof typeof results].push(measured)
        say(`${round > 0 ? `round ${round}` : 'warming up'} ${name}: ${measured.lifecycles.toFixed(1)} lifecycles/s, ${measured.steps.toFixed(0)} commands/s`)
      }
    }
  } finally {
    await pool.end()
    program.kill('SIGTERM')
    await server.stop()
  }
  return results
}

/** What one round leaves to be cleaned up must not be cleaned up during the next, which may be another's. */
async function settle({ database }: Awaited<ReturnType<typeof startServer>>): Promise<void> {
  for (const name of ['yimen', 'bare']) {
    const client = await connect(database.databaseUrl(name))
    await client.query('VACUUM (ANALYZE)')
    await client.query('CHECKPOINT')
    await client.end()
  }
}

async function timed<T>(note: (step: string, ms: number) => void, index: number, act: () => Promise<T>): Promise<T> {
  const from = performance.now()
  const result = await act()
  note(stepNames[index] ?? '', performance.now() - from)
  return result
}

function report({ steps }: Captured, results: Readonly<Record<string, readonly Measured[]>>): void {
  const middle = (name: string, of: (one: Measured) => number): number => (results[name] ?? []).map(of).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  const rate = (name: string): number => middle(name, (one) => one.lifecycles)
  const time = (name: string, step: string, share: number): string => middle(name, (one) => one.times.get(step)?.at(share) ?? 0).toFixed(1)
  const rowsOf = (step: CapturedStep): number => step.rows.reduce((sum, { inserted, updated }) => sum + inserted.length + updated.length, 0)
  const bytes = Buffer.byteLength(JSON.stringify(steps.map((step) => step.rows.map(({ inserted, updated }) => [inserted, updated]))))
  const lines = [
    '# Speed of a lifecycle',
    '',
    `\`node bench/lifecycle.ts ${seconds} ${width}\`: ${rounds} rounds of ${seconds} s each after ${warmUps} that are not counted, ${width} clients that wait for each answer, medians; the database is vacuumed before each. Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB; load generator, server and database share it. PostgreSQL 18 embedded, fsync and synchronous_commit on.`,
    'One lifecycle is 食品经营许可 from application to delivery: seven commands. *Limit* and *bare* write the very rows that ours wrote in one lifecycle, copied from the database, with one SQL function a command.',
    '',
    '| what | ours : bare | ours | bare | limit |',
    '|---|---|---|---|---|',
    `| lifecycle | ${(rate('ours') / rate('bare')).toFixed(2)} × bare | ${rate('ours').toFixed(1)}/s | ${rate('bare').toFixed(1)}/s | ${rate('limit').toFixed(1)}/s |`,
    '',
    '| command | rows | ours p50 / p95 ms | bare p50 / p95 ms | limit p50 / p95 ms |',
    '|---|---|---|---|---|',
    ...stepNames.map((name, index) => `| ${name} | ${steps[index] === undefined ? 0 : rowsOf(steps[index])} | ${['ours', 'bare', 'limit'].map((who) => `${time(who, name, 0.5)} / ${time(who, name, 0.95)}`).join(' | ')} |`),
    '',
    `One lifecycle writes ${steps.reduce((sum, step) => sum + rowsOf(step), 0)} rows, ${Math.round(bytes / 1024)} KB as text.`,
    '',
  ]
  writeFileSync(join(import.meta.dirname, '../docs/reports/bench-lifecycle.md'), lines.join('\n'))
  say(lines.join('\n'))
}

async function sendOurs(address: string, { token, path, key, body }: SentCommand): Promise<Response> {
  const { status, body: text } = await post(`${address}/api/v1${path}`, { authorization: `Bearer ${token}`, 'idempotency-key': key }, JSON.stringify(body))
  return new Response(text, { status })
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=yimen' })
  await client.connect()
  return client
}
