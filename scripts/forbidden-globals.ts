// Import rule 8: what reaches outside the program has one home, so that time, configuration and chance can be given.
//   node scripts/forbidden-globals.ts    prints what breaks the rule under src; exit code 1 if anything does
import { globSync, readFileSync } from 'node:fs'
import { parseSync } from '@swc/core'
import { isNode, walk } from './syntax-tree.ts'
import type { Node } from './syntax-tree.ts'

export interface Finding {
  readonly file: string
  readonly line: number
  readonly use: string
}

// Clocks are read through kernel/time; everything else is given `now`. Tests may build any date, but may not read the clock.
const HOMES: ReadonlyMap<string, RegExp | undefined> = new Map([
  ['process.env', /^src\/kernel\/config\//],
  ['Date.now', /^src\/kernel\/time\//],
  ['new Date()', /^src\/kernel\/time\//],
  ['Date()', undefined],
  ['Temporal.Now', undefined],
  ['Math.random', undefined],
])

/** Finds the uses of forbidden globals in one file; `file` is relative to the project and decides what is at home there. */
export function findForbiddenGlobals(file: string, source: string): readonly Finding[] {
  // swc counts bytes over all files parsed in the process and starts a module at its first token: with `;` in front,
  // that is where this file starts.
  const marked = `;${source.replace(/^#!/, '//')}`
  const tree = parseSync(marked, { syntax: 'typescript', tsx: file.endsWith('.tsx'), target: 'es2024' })
  const bytes = Buffer.from(marked)
  const findings: Finding[] = []
  walk(tree, (node) => {
    const use = useOf(node)
    if (use === undefined || HOMES.get(use)?.test(file) === true) return
    const start = (node['span'] as { readonly start: number }).start - tree.span.start
    findings.push({ file, line: bytes.subarray(0, start).toString().split('\n').length, use })
  })
  return findings
}

function useOf(node: Node): string | undefined {
  if (node['type'] === 'MemberExpression') return known(`${nameOf(node['object'])}.${nameOf(node['property'])}`)
  if (node['type'] === 'NewExpression' && isEmpty(node['arguments'])) return known(`new ${nameOf(node['callee'])}()`)
  if (node['type'] === 'CallExpression' && nameOf(node['callee']) === 'Date') return 'Date()'
  return undefined
}

function known(use: string): string | undefined {
  return HOMES.has(use) ? use : undefined
}

/** The name of an identifier, of `globalThis.name`, or of a computed `['name']`. */
function nameOf(value: unknown): string {
  if (!isNode(value)) return ''
  if (value['type'] === 'Identifier' || value['type'] === 'StringLiteral') return String(value['value'])
  if (value['type'] === 'Computed') return nameOf(value['expression'])
  if (value['type'] === 'MemberExpression' && nameOf(value['object']) === 'globalThis') return nameOf(value['property'])
  return ''
}

function isEmpty(value: unknown): boolean {
  return !Array.isArray(value) || value.length === 0
}

function main(): void {
  const files = globSync('src/**/*.{ts,tsx}').sort()
  const findings = files.flatMap((file) => findForbiddenGlobals(file.replaceAll('\\', '/'), readFileSync(file, 'utf8')))
  for (const { file, line, use } of findings) console.error(`${file}:${line}: ${use} is not at home here (import rule 8)`)
  console.log(`forbidden globals: ${files.length} files, ${findings.length} findings`)
  if (findings.length > 0) process.exitCode = 1
}

if (import.meta.main) main()
