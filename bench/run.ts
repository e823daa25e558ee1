// All benches one after the other, bounded in time (about twenty minutes on two cores): npm run bench, or npm run bench -- lifecycle volume.
// Each writes its own report; this one gathers them into docs/reports/bench.md and bench.json. Only on a quiet machine, loopback only.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'

interface Bench {
  readonly command: readonly string[]
  readonly report: string
}

const benches: Readonly<Record<string, Bench>> = {
  lifecycle: { command: ['bench/lifecycle.ts', '8', '8'], report: 'bench-lifecycle.md' },
  server: { command: ['bench/server.ts', '8'], report: 'bench-server.md' },
  volume: { command: ['bench/volume.ts', '10000', '100000'], report: 'bench-volume.md' },
  city: { command: ['bench/city.ts', '0.05'], report: 'bench-city.md' },
  clock: { command: ['bench/clock.ts', '--timers', '100000', '--with-server', '--report'], report: 'bench-clock.md' },
}

const root = join(import.meta.dirname, '..')
const reports = join(root, 'docs/reports')
const { positionals } = parseArgs({ allowPositionals: true })
const chosen = positionals.length === 0 ? Object.keys(benches) : positionals
for (const name of chosen) {
  const bench = benches[name]
  if (bench === undefined) throw new Error(`no bench is called ${name}: ${Object.keys(benches).join(', ')}`)
  const { status } = spawnSync(process.execPath, bench.command, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

interface Section {
  readonly title: string
  readonly text: string
  /** The rows of its tables, as they stand. */
  readonly rows: readonly (readonly string[])[]
}

function sectionOf(report: string): Section {
  const [title = '', ...lines] = readFileSync(join(reports, report), 'utf8').trim().split('\n')
  const rows = lines.filter((line) => line.startsWith('| ') && !line.startsWith('|---')).map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim()))
  return { title: title.replace(/^# /, ''), text: lines.join('\n').trim(), rows }
}

const sections = Object.values(benches).map(({ report }) => sectionOf(report))
const lifecycle = sections[0]?.rows.find(([what]) => what === 'lifecycle') ?? []
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
const lines = [
  '# Benches',
  '',
  '| what | ours : bare | ours | bare | limit |',
  '|---|---|---|---|---|',
  `| ${lifecycle.join(' | ')} |`,
  '',
  `\`npm run bench\` on ${machine}; each section names its own command. Absolute times vary by machine and day: compare the ratios.`,
  ...sections.flatMap(({ title, text }) => ['', `## ${title}`, '', text]),
  '',
]
writeFileSync(join(reports, 'bench.md'), lines.join('\n'))
writeFileSync(join(reports, 'bench.json'), `${JSON.stringify({ machine, sections: sections.map(({ title, rows }) => ({ title, rows })) }, null, 2)}\n`)
