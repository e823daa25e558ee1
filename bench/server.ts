// A server as an operator runs it: start, memory, reading beside a bare server over the same rows, pages, numbers that everybody counts up, sign-ins.
// node bench/server.ts [seconds for each measurement]; writes docs/reports/bench-server.md.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { say } from '#kernel/log/say.ts'
import { CaseClient, handsOf, sendTo } from '#test/harness/load.ts'
import { startServer } from '#test/harness/server.ts'
import { Times } from './lifecycle/client.ts'
import { ask, type Rate, rateOf } from './server/client.ts'
import { foodLicence } from '#test/harness/cases.ts'
import staff from '../data/city/staff.json' with { type: 'json' }

const [seconds = 8] = process.argv.slice(2).map(Number)
const width = 8
/** How many members of staff sign in at the same moment. */
const atOnce = 150
const folder = mkdtempSync(join(tmpdir(), 'yimen-bench-'))
const dataFolder = join(folder, 'data')
const rows: string[] = []

try {
  const first = await timed(() => startServer(dataFolder, 'production'))
  await first.result.stop()
  const second = await timed(() => startServer(dataFolder, 'production'))
  await measure(second.result)
  rows.unshift(`| start with an empty folder: cluster, schema, demo city | ${(first.ms / 1000).toFixed(1)} s | | |`, `| start with a database | ${(second.ms / 1000).toFixed(1)} s | | |`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const lines = [
  '# A server under load',
  '',
  `\`node bench/server.ts ${seconds}\`: ${width} clients that wait for each answer. Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB; clients, server and database share it.`,
  '*Bare* is a server with one route and one statement over the same database.',
  '',
  '| what | ours | p50 / p95 ms | ours : bare |',
  '|---|---|---|---|',
  ...rows,
  '',
]
writeFileSync(join(import.meta.dirname, '../docs/reports/bench-server.md'), lines.join('\n'))
say(lines.join('\n'))

async function measure(server: Awaited<ReturnType<typeof startServer>>): Promise<void> {
  const hands = await handsOf(server)
  const walker = new CaseClient(hands)
  for (let step = 0; step < 7; step++) await walker.advance(sendTo(server.address))
  const number = walker.sent[0]?.answer?.number ?? ''
  const bare = spawn(process.execPath, [join(import.meta.dirname, 'server/bare-reads.ts')], { env: { ...process.env, BARE_URL: server.database.databaseUrl('yimen') }, stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = (await once(bare.stdout, 'data')) as [Buffer]
  const bareAddress = `http://127.0.0.1:${String(port).trim()}`
  const api = (path: string, token: string) => () => ask(`${server.address}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
  const atRest = residentMb(server.pid)

  const bareRead = await rateOf(width, seconds, () => ask(`${bareAddress}/matter/${number}`))
  const bareHot = await rateOf(width, seconds, () => ask(`${bareAddress}/hot`, { method: 'POST' }))
  add('read one matter', await rateOf(width, seconds, api(`/cases/${number}`, hands.reviewer)), bareRead)
  add('its progress by number', await rateOf(width, seconds, api(`/cases/${number}/clock`, hands.reviewer)), bareRead)
  add('my queue', await rateOf(width, seconds, api('/queue/cases', hands.reviewer)), bareRead)
  add('search of services', await rateOf(width, seconds, api(`/catalogue/items?q=${encodeURIComponent('食品经营许可')}`, hands.person)), bareRead)
  add('portal home, HTML', await rateOf(width, seconds, () => ask(`${server.address}/`)), bareRead)
  add('guide, HTML', await rateOf(width, seconds, () => ask(`${server.address}/services/${foodLicence.implementCode}`)), bareRead)
  add('applications on one item (numbers that everybody counts up)', await applications(server.address, hands), bareHot)
  const signedIn = await signIns(server.address)
  rows.push(`| ${atOnce} sign-ins at the same moment (scrypt) | ${signedIn.perSecond.toFixed(0)}/s | ${signedIn.p50.toFixed(0)} / ${signedIn.p95.toFixed(0)} | |`)
  rows.push(`| memory at rest, under this load | ${atRest} MB, ${residentMb(server.pid)} MB | | |`)
  bare.kill('SIGTERM')
  await server.stop()
}

async function applications(address: string, hands: Awaited<ReturnType<typeof handsOf>>): Promise<Rate> {
  return rateOf(width, seconds, async () => {
    const walker = new CaseClient(hands)
    const done = await walker.advance(sendTo(address))
    return { status: done ? 201 : (walker.refused[0] ?? 0), text: '' }
  })
}

async function signIns(address: string): Promise<Rate> {
  const times = new Times()
  const began = performance.now()
  await Promise.all(staff.filter(({ secondFactor }) => secondFactor === 'none').slice(0, atOnce).map(async ({ signInName }) => {
    const { status, text } = await ask(`${address}/api/v1/session/staff`, { method: 'POST', body: JSON.stringify({ signInName, password: 'yimen-demo' }) })
    if (status !== 200) throw new Error(`${signInName}: ${status} ${text.slice(0, 200)}`)
    times.add(performance.now() - began)
  }))
  if (times.count !== atOnce) throw new Error(`only ${times.count} members of staff could sign in`)
  return { perSecond: atOnce / ((performance.now() - began) / 1000), p50: times.at(0.5), p95: times.at(0.95) }
}

function add(what: string, ours: Rate, bare: Rate): void {
  rows.push(`| ${what} | ${ours.perSecond.toFixed(0)}/s | ${ours.p50.toFixed(1)} / ${ours.p95.toFixed(1)} | ${(ours.perSecond / bare.perSecond).toFixed(2)} of ${bare.perSecond.toFixed(0)}/s |`)
}

function residentMb(pid: number): number {
  const kb = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kb ?? 0) / 1024)
}

async function timed<T>(act: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const from = performance.now()
  const result = await act()
  return { result, ms: performance.now() - from }
}
