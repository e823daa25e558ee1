// Checks the import rules of CONTRIBUTING.md in the project of the working directory.
//   node scripts/boundaries.ts           prints violations; exit code 1 if there are any
//   node scripts/boundaries.ts --json    prints { files, violations }
//   node scripts/boundaries.ts --graph   prints the graph of modules as Markdown
import { createRequire } from 'node:module'
import { cruise } from 'dependency-cruiser'
import type { ICruiseOptions } from 'dependency-cruiser'
import { findCycleOfNeeds, modulesReport, readNeeds } from './module-needs.ts'

export interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

export interface Boundaries {
  /** Every source file that was looked at, relative to the project. */
  readonly files: readonly string[]
  readonly violations: readonly Violation[]
}

interface Configuration {
  readonly forbidden: NonNullable<NonNullable<ICruiseOptions['ruleSet']>['forbidden']>
  readonly options: ICruiseOptions
}

/** Follows every import under `src` of the working directory and returns what the rules of .dependency-cruiser.cjs forbid. */
export async function checkBoundaries(): Promise<Boundaries> {
  const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as Configuration
  const { output } = await cruise(['src'], { ...options, ruleSet: { forbidden }, validate: true })
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text where a result was asked for')
  const files = output.modules.map((module) => module.source).filter((source) => /^src\/.*\.tsx?$/.test(source))
  const violations = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
  const cycle = findCycleOfNeeds(readNeeds(process.cwd()))
  if (cycle !== undefined) violations.push({ rule: 'needs-without-cycle', from: cycle[0] ?? '', to: cycle.join(' → ') })
  return { files: files.sort(), violations }
}

async function main(argument: string | undefined): Promise<void> {
  if (argument === '--graph') return console.log(modulesReport(process.cwd()))
  const found = await checkBoundaries()
  if (argument === '--json') return console.log(JSON.stringify(found))
  for (const { rule, from, to } of found.violations) console.error(`${rule}: ${from} → ${to}`)
  console.log(`boundaries: ${found.files.length} files, ${found.violations.length} violations`)
  if (found.violations.length > 0) process.exitCode = 1
}

if (import.meta.main) await main(process.argv[2])
