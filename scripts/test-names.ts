import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from '@swc/core'
import { isNode, walk } from './syntax-tree.ts'
import type { Node } from './syntax-tree.ts'

export interface NamedTest {
  /** Path relative to the project, with slashes. */
  readonly file: string
  readonly name: string
}

/** Lists the names of all tests of a project, in order of file and place. A name with `${…}` keeps what stands before it. */
export function listTests(root: string): readonly NamedTest[] {
  const files = globSync('{src,test,scripts}/**/*.test.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'))
  return files.sort().flatMap((file) => namesIn(readFileSync(join(root, file), 'utf8')).map((name) => ({ file, name })))
}

/** The names given to `test(…)`, `it(…)` and `t.test(…)` in a source; words in other strings are not names. */
export function namesIn(source: string): readonly string[] {
  const names: string[] = []
  walk(parseSync(source, { syntax: 'typescript', target: 'es2024' }), (node) => {
    if (node['type'] !== 'CallExpression' || !isTest(node['callee'])) return
    const [first] = node['arguments'] as readonly { readonly expression: Node }[]
    const name = first === undefined ? undefined : textOf(first.expression)
    if (name !== undefined) names.push(name)
  })
  return names
}

function isTest(callee: unknown): boolean {
  if (!isNode(callee)) return false
  if (callee['type'] === 'MemberExpression') return isTest(callee['property'])
  return callee['type'] === 'Identifier' && (callee['value'] === 'test' || callee['value'] === 'it')
}

function textOf(expression: Node): string | undefined {
  if (expression['type'] === 'StringLiteral') return String(expression['value'])
  if (expression['type'] !== 'TemplateLiteral') return undefined
  const [first] = expression['quasis'] as readonly { readonly cooked: string }[]
  return first?.cooked
}
