import { frontierRoot, merkleRoot, type NodeAddress } from './merkle.ts'

/** How to make a proof: each of its hashes is folded from these complete subtrees, at most one per binary digit of the size. So a store reads a handful of nodes and no leaves. */
export type ProofPlan = readonly (readonly NodeAddress[])[]

/** The sibling subtrees from the leaf at `index` (from 0) up to the root (RFC 9162 §2.1.3.1). Throws RangeError for an index outside the tree. */
export function inclusionPlan(index: number, treeSize: number): ProofPlan {
  if (!Number.isSafeInteger(index) || index < 0 || index >= treeSize) throw new RangeError(`No leaf ${index} in a tree of ${treeSize}`)
  const plan: (readonly NodeAddress[])[] = []
  for (let [start, end] = [0, treeSize]; end - start > 1; ) {
    const middle = splitPoint(start, end)
    plan.push(index < middle ? completeSubtrees(middle, end) : completeSubtrees(start, middle))
    if (index < middle) end = middle
    else start = middle
  }
  return plan.reverse()
}

/** The subtrees that show the tree of `oldSize` leaves inside that of `newSize` (RFC 9162 §2.1.4.1); none from size 0 or for equal sizes. Throws RangeError unless 0 ≤ oldSize ≤ newSize. */
export function consistencyPlan(oldSize: number, newSize: number): ProofPlan {
  if (!Number.isSafeInteger(oldSize) || oldSize < 0 || !(oldSize <= newSize)) throw new RangeError(`No tree of ${oldSize} inside one of ${newSize}`)
  if (oldSize === 0) return []
  const plan: (readonly NodeAddress[])[] = []
  let [start, end] = [0, newSize]
  while (end !== oldSize) {
    const middle = splitPoint(start, end)
    plan.push(oldSize <= middle ? completeSubtrees(middle, end) : completeSubtrees(start, middle))
    if (oldSize <= middle) end = middle
    else start = middle
  }
  // From 0 on it is the whole old tree, whose root the verifier holds already.
  if (start > 0) plan.push(completeSubtrees(start, end))
  return plan.reverse()
}

/** The proof of a plan, given the hash of each node that the plan names. */
export function proofFromNodes(plan: ProofPlan, hashOf: (node: NodeAddress) => Uint8Array): Buffer[] {
  return plan.map((nodes) => frontierRoot({ roots: nodes.map(hashOf) }))
}

/** The inclusion proof of the leaf at `index`, computed from all leaves. */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): Buffer[] {
  return proofFromNodes(inclusionPlan(index, leaves.length), (node) => rootOf(leaves, node))
}

/** The consistency proof from the tree of the first `oldSize` leaves to the tree of all, computed from all leaves. */
export function consistencyProof(leaves: readonly Uint8Array[], oldSize: number): Buffer[] {
  return proofFromNodes(consistencyPlan(oldSize, leaves.length), (node) => rootOf(leaves, node))
}

function rootOf(leaves: readonly Uint8Array[], { level, index }: NodeAddress): Buffer {
  return merkleRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))
}

// RFC 9162: the left part is the largest power of two below the number of leaves.
function splitPoint(start: number, end: number): number {
  let left = 1
  while (left * 2 < end - start) left *= 2
  return start + left
}

// `start` is a multiple of every power of two that fits in the range, because the range came from splitting.
function completeSubtrees(start: number, end: number): readonly NodeAddress[] {
  const nodes: NodeAddress[] = []
  for (let from = start; from < end; ) {
    const level = Math.floor(Math.log2(end - from))
    nodes.push({ level, index: from / 2 ** level })
    from += 2 ** level
  }
  return nodes
}
