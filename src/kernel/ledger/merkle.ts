import { sm3 } from '#kernel/crypto/sm3.ts'

/** All that must be kept to grow a tree: its size and the roots of its complete subtrees, largest (leftmost) first, one per 1 in the binary form of the size. */
export interface Frontier {
  readonly size: number
  readonly roots: readonly Uint8Array[]
}

/** The frontier of the tree without leaves. */
export const emptyFrontier: Frontier = { size: 0, roots: [] }

/** The hash of a leaf: SM3(00 ‖ leaf). The prefix keeps a leaf from passing for a node (RFC 9162 §2.1.1). */
export function leafHash(leaf: Uint8Array): Buffer {
  return sm3(Buffer.concat([Uint8Array.of(0), leaf]))
}

/** The hash of an inner node: SM3(01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sm3(Buffer.concat([Uint8Array.of(1), left, right]))
}

/** The place of a complete subtree: it covers the 2^level leaves from index · 2^level on. Level 0 is a leaf hash. */
export interface NodeAddress {
  readonly level: number
  readonly index: number
}

/** A complete subtree's hash with its place; never changes once it exists. */
interface TreeNode extends NodeAddress {
  readonly hash: Buffer
}

/** The frontier after adding leaves at the right end, and the nodes above the leaves that became complete; no old leaf is read. */
export function appendLeaves(frontier: Frontier, leaves: readonly Uint8Array[]): { readonly frontier: Frontier; readonly completed: readonly TreeNode[] } {
  const roots = [...frontier.roots]
  const completed: TreeNode[] = []
  let size = frontier.size
  for (const leaf of leaves) {
    let hash = leafHash(leaf)
    // Each trailing 1 of the old size is a subtree as large as the new one: the two become one.
    for (let rest = size, level = 1; rest % 2 === 1; rest = (rest - 1) / 2, level += 1) {
      hash = nodeHash(roots.pop() ?? hash, hash)
      completed.push({ level, index: (rest - 1) / 2, hash })
    }
    roots.push(hash)
    size += 1
  }
  return { frontier: { size, roots }, completed }
}

/** The root of a frontier's tree: 32 bytes; SM3 of nothing for the empty tree (RFC 9162 §2.1.1). */
export function frontierRoot({ roots }: Pick<Frontier, 'roots'>): Buffer {
  const root = roots.reduceRight<Uint8Array | undefined>((right, left) => (right ? nodeHash(left, right) : left), undefined)
  return root ? Buffer.from(root) : sm3('')
}

/** The root of the tree over all these leaves. */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  return frontierRoot(appendLeaves(emptyFrontier, leaves).frontier)
}
