// Mutation testing of src/kernel/time: changes one operator, number or word at a time in a copy of the folder and runs its
// pure tests there. Not part of npm test. node scripts/mutation.ts [file of kernel/time …]: without names all of them, and the report.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { say } from '#kernel/log/say.ts'
import { survivorReasons } from './mutation/survivor-reasons.ts'

const root = join(import.meta.dirname, '..')
const workshop = join(root, `.tmp/mutation-${process.pid}`)
const folder = join(workshop, 'src/kernel/time')
const targets = ['calendar.ts', 'day.ts', 'limits.ts', 'due.ts', 'usage.ts', 'working-hours.ts', 'office-hours.ts', 'timer-commands.ts', 'timer-record.ts', 'attribution.ts', 'matter-attribution.ts', 'recompute.ts', 'explain.ts', 'dated-limits.ts']
/** The quick tests find most; the properties are asked about what they let pass. The file of random histories is left out. */
const stages = [
  ['day', 'limits', 'due', 'explain', 'timer-commands', 'calendar', 'dated-limits', 'matter-attribution', 'known-mistakes', 'edges'],
  ['limits.property', 'timer.property'],
].map((names) => names.map((name) => `src/kernel/time/${name}.test.ts`))

/** What is exchanged for what; each match outside comments, imports and types is one mutation. */
const exchanges: readonly (readonly [RegExp, string])[] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ < /g, ' <= '],
  [/ <= /g, ' < '],
  [/ > /g, ' >= '],
  [/ >= /g, ' > '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ \+ /g, ' - '],
  [/ - /g, ' + '],
  [/ \? (?=[^:]+ : )/g, ' && false ? '],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/(?<![\w.])0(?![\w.])/g, '1'],
  [/(?<![\w.])1(?![\w.])/g, '2'],
  [/\bMath\.max\b/g, 'Math.min'],
  [/\bMath\.min\b/g, 'Math.max'],
  [/\bcontinue\b/g, 'break'],
]

interface Mutation {
  readonly file: string
  readonly line: number
  readonly before: string
  readonly after: string
  readonly text: string
}

function mutationsOf(file: string): readonly Mutation[] {
  const text = readFileSync(join(root, 'src/kernel/time', file), 'utf8')
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    if (!isCode(line)) return []
    return exchanges.flatMap(([pattern, replacement]) =>
      [...line.matchAll(pattern)].map((match) => {
        const after = line.slice(0, match.index) + replacement + line.slice(match.index + match[0].length)
        return { file, line: index + 1, before: line.trim(), after: after.trim(), text: lines.with(index, after).join('\n') }
      }),
    )
  })
}

function isCode(line: string): boolean {
  const trimmed = line.trim()
  return trimmed !== '' && !/^(\/\/|\/\*|\*|import |export type |export interface |readonly |\|)/.test(trimmed) && !/^(const )?\w*(shape|Errors)\b/.test(trimmed)
}

function prepare(): void {
  rmSync(workshop, { recursive: true, force: true })
  mkdirSync(workshop, { recursive: true })
  for (const part of ['package.json', 'src/kernel/time', 'src/kernel/errors', 'data/calendar']) cpSync(join(root, part), join(workshop, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(workshop, 'node_modules'))
}

/** Whether the tests notice; a mutation that runs for ever is noticed too. */
function isKilled({ file, text }: Mutation): boolean {
  const path = join(folder, file)
  const original = readFileSync(path, 'utf8')
  writeFileSync(path, text)
  const killed = stages.some((tests) => spawnSync(process.execPath, ['--test', '--test-isolation=none', ...tests], { cwd: workshop, stdio: 'ignore', timeout: 300_000, killSignal: 'SIGKILL' }).status !== 0)
  writeFileSync(path, original)
  return killed
}

function report(tried: number, survivors: readonly Mutation[]): string {
  const killed = tried - survivors.length
  const rows = survivors.map(({ file, line, before, after }) => `| ${file}:${line} | \`${cell(before)}\` | \`${cell(after)}\` | ${survivorReasons[`${file} ${after}`] ?? 'not explained'} |`)
  return [
    '# Mutation testing of kernel/time',
    '',
    `Made by \`node scripts/mutation.ts\`: ${tried} mutations tried, ${killed} killed (${((100 * killed) / tried).toFixed(1)} %), ${survivors.length} survived. One operator, number or word is changed at a`,
    'time in a copy of the folder, and its pure tests run without the file of random histories.',
    '',
    '| where | was | became | why it survives |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function cell(code: string): string {
  return code.replaceAll('|', '\\|').replaceAll('`', "'")
}

const named = process.argv.slice(2)
const mutations = (named.length === 0 ? targets : named).flatMap(mutationsOf)
say(`${mutations.length} mutations`)
prepare()
const survivors: Mutation[] = []
for (const [index, mutation] of mutations.entries()) {
  if (!isKilled(mutation)) {
    survivors.push(mutation)
    say(`survived ${mutation.file}:${mutation.line} ${mutation.after}`)
  }
  if (index % 50 === 49) say(`${index + 1} of ${mutations.length}, ${survivors.length} survived`)
}
if (named.length === 0) writeFileSync(join(root, 'docs/reports/mutation.md'), report(mutations.length, survivors))
rmSync(workshop, { recursive: true, force: true })
process.exitCode = survivors.length > mutations.length * 0.1 ? 1 : 0
