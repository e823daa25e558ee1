// Whether memory stays flat while an office works: node bench/soak.ts [minutes] [actions a second]; writes docs/reports/bench-soak.md.
// The load is bounded, so that it may run for half an hour beside other work.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { say } from '#kernel/log/say.ts'
import { foodLicence } from '#test/harness/cases.ts'
import { CaseClient, handsOf, sendTo } from '#test/harness/load.ts'
import { startServer } from '#test/harness/server.ts'
import { ask } from './server/client.ts'

const [minutes = 30, perSecond = 10] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'yimen-soak-'))
const server = await startServer(join(folder, 'data'), 'production')
const samples: number[] = []
let actions = 0
let faults = 0
try {
  const hands = await handsOf(server)
  const walker = new CaseClient(hands)
  const number = (): string => walker.sent.findLast(({ answer }) => answer !== undefined)?.answer?.number ?? ''
  const read = (path: string, token: string) => ask(`${server.address}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
  const acts: readonly (() => Promise<boolean>)[] = [
    () => walker.advance(sendTo(server.address)),
    async () => (await read('/queue/cases', hands.reviewer)).status === 200,
    () => walker.advance(sendTo(server.address)),
    async () => (await read(`/cases/${number()}`, hands.reviewer)).status === 200,
    () => walker.advance(sendTo(server.address)),
    async () => (await ask(`${server.address}/`)).status === 200,
    async () => (await read(`/catalogue/items?q=${encodeURIComponent('食品经营许可')}`, hands.person)).status === 200,
    async () => (await ask(`${server.address}/services/${foodLicence.implementCode}?lang=en`)).status === 200,
    async () => (await ask(`${server.address}/services?q=${encodeURIComponent('饭店')}`)).status === 200,
  ]
  const began = performance.now()
  const minuteOf = (): number => Math.floor((performance.now() - began) / 60_000)
  for (let act = 0; minuteOf() < minutes; act++) {
    const wanted = began + (act * 1000) / perSecond
    if (wanted > performance.now()) await pause(wanted - performance.now())
    if (!(await acts[act % acts.length]?.())) faults += 1
    actions += 1
    if (samples.length <= minuteOf()) samples.push(residentMb(server.pid))
    // Answers of long ago are not needed: the bench's own memory is nobody's subject.
    if (walker.sent.length > 100) walker.sent.splice(0, 50)
  }
  await server.stop()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const third = Math.max(1, Math.floor(samples.length / 3))
const [middle, last] = [mean(samples.slice(third, 2 * third)), mean(samples.slice(-third))]
const lines = [
  '# Memory over time',
  '',
  `\`node bench/soak.ts ${minutes} ${perSecond}\`: at most ${perSecond} actions a second, a third of them commands of a lifecycle, the others readings and pages. Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB.`,
  '',
  '| what | figure |',
  '|---|---|',
  `| actions, of them failed | ${actions}, ${faults} |`,
  `| memory of the program in the second third | ${middle.toFixed(0)} MB |`,
  `| in the last third | ${last.toFixed(0)} MB, ${(((last - middle) / middle) * 100).toFixed(1)} % |`,
  `| each minute, MB | ${samples.join(' ')} |`,
  '',
]
writeFileSync(join(import.meta.dirname, '../docs/reports/bench-soak.md'), lines.join('\n'))
say(lines.join('\n'))

function residentMb(pid: number): number {
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
}
