import { type CompiledQuery, type OperationNode, PostgresQueryCompiler, type QueryId, type RawNode, type RootOperationNode, type ValueNode } from 'kysely'

/** The text of each statement that a template of the program makes, whatever its values are. */
const texts = new WeakMap<readonly string[], string>()

/**
 * Kysely's compiler, which writes the text of a statement from a plain `sql` template only once: the same template with other values has
 * the same text. Besides the writing it saves comparing texts of a thousand letters to find the prepared statement again.
 */
export class RememberingCompiler extends PostgresQueryCompiler {
  override compileQuery(node: RootOperationNode, queryId: QueryId): CompiledQuery {
    if (node.kind !== 'RawNode') return super.compileQuery(node, queryId)
    const { sqlFragments, parameters } = node as RawNode
    if (!('raw' in sqlFragments) || !parameters.every(isPlainValue)) return super.compileQuery(node, queryId)
    const known = texts.get(sqlFragments)
    if (known !== undefined) return { query: node, queryId, sql: known, parameters: parameters.map(({ value }) => value) }
    const compiled = super.compileQuery(node, queryId)
    texts.set(sqlFragments, compiled.sql)
    return compiled
  }
}

function isPlainValue(node: OperationNode): node is ValueNode {
  return node.kind === 'ValueNode' && (node as ValueNode).immediate !== true
}
