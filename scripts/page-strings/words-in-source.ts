import { readFileSync } from 'node:fs'
import { parseSync } from '@swc/core'
import { isNode, type Node, walk } from '../syntax-tree.ts'

/** What source files can name a string by: whole literals, and templates as patterns. */
export interface SourceWords {
  readonly literals: ReadonlySet<string>
  readonly templates: readonly RegExp[]
}

/** A template that only joins two words by a full stop: any two literals may meet in it. */
const joins = '^.+\\..+$'

export function wordsIn(paths: readonly string[]): SourceWords {
  const literals = new Set<string>()
  const patterns = new Set<string>()
  for (const path of paths) {
    const tree = parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2024' })
    walk(tree, (node) => {
      if (node['type'] === 'StringLiteral') literals.add(String(node['value']))
      else if (node['type'] === 'TemplateLiteral') patterns.add(patternOf(node))
    })
  }
  return { literals, templates: [...patterns].map((pattern) => new RegExp(pattern)) }
}

/** Whether one of the words is the key or can become it. */
export function isUsed(key: string, { literals, templates }: SourceWords): boolean {
  if (literals.has(key)) return true
  const fitting = templates.filter((template) => template.test(key))
  if (fitting.some(({ source }) => source !== joins && /\w/.test(source.replaceAll('.+', '')))) return true
  const halves = [...key.matchAll(/\./g)].map(({ index }) => [key.slice(0, index), key.slice(index + 1)] as const)
  return fitting.length > 0 && halves.some(([before, after]) => literals.has(before) && literals.has(after))
}

function patternOf({ quasis }: Node): string {
  const parts = Array.isArray(quasis) ? quasis.filter(isNode).map(({ raw }) => String(raw)) : []
  return `^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.+')}$`
}
