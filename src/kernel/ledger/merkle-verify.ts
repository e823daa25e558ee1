import { leafHash, merkleRoot, nodeHash } from './merkle.ts'

/** A claim that `leaf` stands at `index` (from 0) of the tree with this size and root. */
export interface InclusionClaim {
  readonly leaf: Uint8Array
  readonly index: number
  readonly treeSize: number
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** A claim that the new tree is the old one with leaves added at the right end. */
export interface ConsistencyClaim {
  readonly oldSize: number
  readonly newSize: number
  readonly oldRoot: Uint8Array
  readonly newRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether the claim holds (RFC 9162 §2.1.3.2). False, never an exception, for sizes and proofs of the wrong shape. */
export function verifyInclusion({ leaf, index, treeSize, root, proof }: InclusionClaim): boolean {
  if (!isSize(index) || !isSize(treeSize) || index >= treeSize || !proof.every(isHash)) return false
  let place = index
  let last = treeSize - 1
  let found = leafHash(leaf)
  for (const sibling of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      found = nodeHash(sibling, found)
      ;[place, last] = skipMissingLevels(place, last)
    } else {
      found = nodeHash(found, sibling)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && found.equals(root)
}

/** Whether the claim holds (RFC 9162 §2.1.4.2). False, never an exception, for sizes and proofs of the wrong shape. */
export function verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof }: ConsistencyClaim): boolean {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize || !proof.every(isHash)) return false
  if (oldSize === newSize) return proof.length === 0 && sameBytes(oldRoot, newRoot)
  if (oldSize === 0) return proof.length === 0 && merkleRoot([]).equals(oldRoot)
  let [place, last] = [oldSize - 1, newSize - 1]
  while (place % 2 === 1) [place, last] = [half(place), half(last)]
  // When the old tree is one complete subtree, its root is the starting point and is left out of the proof.
  const [start, ...rest] = place === 0 ? [oldRoot, ...proof] : proof
  if (!start) return false
  let oldFound: Uint8Array = start
  let newFound: Uint8Array = start
  for (const sibling of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      ;[oldFound, newFound] = [nodeHash(sibling, oldFound), nodeHash(sibling, newFound)]
      ;[place, last] = skipMissingLevels(place, last)
    } else {
      newFound = nodeHash(newFound, sibling)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && sameBytes(oldFound, oldRoot) && sameBytes(newFound, newRoot)
}

// At the right edge a node without a sibling rises unchanged: no hash of the proof belongs to those levels.
function skipMissingLevels(place: number, last: number): readonly [number, number] {
  let [risen, edge] = [place, last]
  while (risen % 2 === 0 && risen !== 0) [risen, edge] = [half(risen), half(edge)]
  return [risen, edge]
}

// Not bit shifts: they would cut sizes above 2^31.
function half(size: number): number {
  return Math.floor(size / 2)
}

function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === 32
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
