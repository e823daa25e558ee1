// The drills: what the office promises when machines, networks and people fail, each beside the same drill on something
// broken on purpose, which it must notice.
//   npm run drills                     all, of the usual size; writes docs/reports/drills.md and drills.json
//   npm run drills -- --quick          small sizes
//   npm run drills -- R3 R10           only these; the report keeps what it says of the others
//   npm run drills -- R6 --size 10000  of this size
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { allDrills, durabilityTests } from '../test/drills/all.ts'
import { type Drill, type Finding, proves } from '../test/drills/drill.ts'

interface Done {
  readonly id: string
  readonly says: string
  readonly size: number
  readonly seconds: number
  readonly verdict: 'held' | 'did not hold' | 'proves nothing' | 'not tried'
  readonly finding?: Finding
  readonly why?: string
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean', default: false }, size: { type: 'string' } } })
const chosen = positionals.length === 0 ? allDrills : allDrills.filter(({ id }) => positionals.includes(id))
const done: Done[] = []
for (const drill of chosen) done.push(await run(drill))
for (const { id, says, file } of durabilityTests) if (positionals.length === 0 || positionals.includes(id)) done.push(runTests(id, says, file))
writeReport(done)
process.exit(done.every(({ verdict }) => verdict === 'held' || verdict === 'not tried') ? 0 : 1)

async function run(drill: Drill): Promise<Done> {
  const { id, says } = drill
  const size = values.size === undefined ? drill.size[values.quick ? 'quick' : 'usual'] : Number(values.size)
  const missing = drill.missing?.()
  if (missing !== undefined) return told({ id, says, size, seconds: 0, verdict: 'not tried', why: missing })
  const begun = performance.now()
  try {
    const finding = await drill.run(size)
    const verdict = proves(finding) ? 'held' : finding.faults.length > 0 ? 'did not hold' : 'proves nothing'
    return told({ id, says, size, seconds: secondsSince(begun), verdict, finding })
  } catch (fault) {
    return told({ id, says, size, seconds: secondsSince(begun), verdict: 'did not hold', why: String(fault).split('\n')[0] ?? '' })
  }
}

/** A drill that is a file of tests, its control among them. */
function runTests(id: string, says: string, file: string): Done {
  const begun = performance.now()
  const { status } = spawnSync(process.execPath, ['--test', file], { cwd: join(import.meta.dirname, '..'), stdio: 'inherit' })
  return told({ id, says, size: 1, seconds: secondsSince(begun), verdict: status === 0 ? 'held' : 'did not hold', why: file })
}

function secondsSince(begun: number): number {
  return Math.round((performance.now() - begun) / 1000)
}

function told(one: Done): Done {
  const { finding } = one
  console.log(`\n${one.id}  ${one.verdict}  (size ${one.size}, ${one.seconds} s)\n  ${one.says}`)
  for (const line of linesOf(one)) console.log(`  ${line}`)
  if (finding) console.log(`  control: ${finding.control.broken}: ${controlVerdict(finding)}`)
  return one
}

function linesOf({ finding, why }: Done): readonly string[] {
  return [...Object.entries(finding?.counts ?? {}).map(([name, count]) => `${name}: ${count}`), ...(finding?.faults ?? []).map((fault) => `! ${fault}`), ...(why === undefined ? [] : [why])]
}

function controlVerdict({ control }: Finding): string {
  return control.noticed.length > 0 ? `noticed (${control.noticed.join('; ').slice(0, 300)})` : 'NOT NOTICED'
}

/** Writes what these drills found into the report, in the place of what it said of them before. */
function writeReport(newest: readonly Done[]): void {
  const folder = join(import.meta.dirname, '../docs/reports')
  const file = join(folder, 'drills.json')
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly drills: readonly Done[] }).drills : []
  const order = [...allDrills, ...durabilityTests].map(({ id }) => id)
  const all = order.flatMap((id) => newest.find((one) => one.id === id) ?? before.find((one) => one.id === id) ?? [])
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
  writeFileSync(file, `${JSON.stringify({ machine, drills: all }, null, 2)}\n`)
  const rows = all.map((one) => `| ${one.id} | ${one.size} | ${one.says} | ${one.verdict} | ${cell(linesOf(one).join('; '))} | ${one.finding ? cell(`${one.finding.control.broken}: ${controlVerdict(one.finding)}`) : 'in the tests'} | ${one.seconds} |`)
  const text = ['# Drills', '', `What the office promises when machines, networks and people fail. Written by \`npm run drills\` on ${machine}; times vary with the machine, verdicts may not.`, 'A drill whose control is not noticed proves nothing and counts as failed.', '', '| drill | size | must hold | verdict | what was done | control: broken on purpose, and whether it was noticed | s |', '|---|---|---|---|---|---|---|', ...rows, '']
  writeFileSync(join(folder, 'drills.md'), text.join('\n'))
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').slice(0, 600)
}
