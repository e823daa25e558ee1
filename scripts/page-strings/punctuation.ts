import { readFileSync } from 'node:fs'
import { parseSync } from '@swc/core'
import { type Node, walk } from '../syntax-tree.ts'

const chinesePunctuation = /[\u3000-\u303F\uFF00-\uFFEF]/

/** The literals of a source, and the text between its tags, that hold Chinese punctuation. A pattern only reads what somebody typed. */
export function punctuationIn(path: string): readonly string[] {
  const found: string[] = []
  walk(parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2024' }), (node) => {
    const text = textOf(node)
    if (chinesePunctuation.test(text)) found.push(text.trim() || text)
  })
  return found
}

function textOf(node: Node): string {
  if (node['type'] === 'StringLiteral' || node['type'] === 'JSXText') return String(node['value'])
  return node['type'] === 'TemplateElement' ? String(node['raw']) : ''
}
