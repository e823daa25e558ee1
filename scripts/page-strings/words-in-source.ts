import { readFileSync } from 'node:fs'
import { parseSync } from '@swc/core'
import { isNode, type Node, walk } from '../syntax-tree.ts'

/** What source files can name a string by. */
export interface SourceWords {
  /** Whole literals. */
  readonly literals: ReadonlySet<string>
  /** Names of properties, by which a table of strings is read. */
  readonly names: ReadonlySet<string>
  /** Templates as the fixed parts around their places: `state.${state}` is `state.` and nothing. */
  readonly templates: readonly (readonly string[])[]
}

export function wordsIn(paths: readonly string[]): SourceWords {
  const [literals, names] = [new Set<string>(), new Set<string>()]
  const templates = new Map<string, readonly string[]>()
  for (const path of paths) {
    const tree = parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2024' })
    walk(tree, (node) => {
      if (node['type'] === 'StringLiteral') literals.add(String(node['value']))
      else if (node['type'] === 'TemplateLiteral' || node['type'] === 'TsTemplateLiteralType') {
        const parts = partsOf(node)
        templates.set(JSON.stringify(parts), parts)
      }
      for (const name of nameOf(node)) names.add(name)
    })
  }
  return { literals, names, templates: [...templates.values()] }
}

/**
 * Whether one of the owner's words is the key or can become it. What fills the places of a template must itself be a word: of the
 * whole program (`known`) where the template says what it is about, of the owner where it only joins two words.
 */
export function isSaid(key: string, { literals, names, templates }: SourceWords, known: ReadonlySet<string>): boolean {
  if (literals.has(key) || names.has(key)) return true
  return templates.some((parts) => canBecome(parts, key, /\w/.test(parts.join('')) ? known : literals))
}

/** Whether sources know a word; every number is known. */
export function isWord(word: string, known: ReadonlySet<string>): boolean {
  return known.has(word) || /^\d+$/.test(word)
}

function canBecome([first = '', ...rest]: readonly string[], key: string, fillings: ReadonlySet<string>): boolean {
  if (!key.startsWith(first)) return false
  const [next] = rest
  const after = key.slice(first.length)
  if (next === undefined) return after === ''
  for (let end = 1; end <= after.length; end += 1) {
    const filling = after.slice(0, end)
    if (after.startsWith(next, end) && isWord(filling, fillings) && canBecome(rest, after.slice(end), fillings)) return true
  }
  return false
}

function partsOf({ quasis }: Node): readonly string[] {
  return Array.isArray(quasis) ? quasis.filter(isNode).map(({ raw }) => String(raw)) : []
}

/** The name of a property where it is declared, given or read. */
function nameOf({ type, key, property, properties }: Node): readonly string[] {
  const identifiers = type === 'KeyValueProperty' || type === 'TsPropertySignature' || type === 'KeyValuePatternProperty' || type === 'AssignmentPatternProperty' ? [key] : type === 'MemberExpression' ? [property] : type === 'ObjectExpression' && Array.isArray(properties) ? properties : []
  return identifiers.filter(isNode).flatMap((one) => (one['type'] === 'Identifier' ? [String(one['value'])] : []))
}
