/** A node of the tree that @swc/core makes of a source; fields are read by name and checked where they are used. */
export type Node = Readonly<Record<string, unknown>>

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

/** Visits every node of a syntax tree, parents before children. */
export function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) return value.forEach((item) => walk(item, visit))
  if (!isNode(value)) return
  if (typeof value['type'] === 'string') visit(value)
  for (const child of Object.values(value)) walk(child, visit)
}
