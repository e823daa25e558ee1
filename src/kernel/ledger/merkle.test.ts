import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sm3 } from '#kernel/crypto/sm3.ts'
import { appendLeaves, emptyFrontier, frontierRoot, leafHash, merkleRoot, type NodeAddress } from './merkle.ts'
import { consistencyPlan, consistencyProof, inclusionPlan, inclusionProof, proofFromNodes } from './merkle-proof.ts'
import { verifyConsistency, verifyInclusion } from './merkle-verify.ts'

const someLeaves = (count: number) => Array.from({ length: count }, (_, index) => sm3(`leaf ${index}`))
const flipped = (bytes: Uint8Array, bit: number) => bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
const upTo = 130

/** RFC 9162 §2.1.1 word for word. */
function definition(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sm3('')
  if (leaves.length === 1) return sm3(Buffer.from([0, ...(leaves[0] ?? [])]))
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  return sm3(Buffer.from([1, ...definition(leaves.slice(0, k)), ...definition(leaves.slice(k))]))
}

/** A tree, one of its places, and the true claim about it. */
const inclusion = fc.integer({ min: 1, max: upTo }).chain((treeSize) => fc.record({ treeSize: fc.constant(treeSize), index: fc.nat(treeSize - 1) })).map(({ treeSize, index }) => {
  const leaves = someLeaves(treeSize)
  return { leaf: leaves[index] ?? Buffer.alloc(0), index, treeSize, root: merkleRoot(leaves), proof: inclusionProof(leaves, index) }
})

const consistency = fc.integer({ min: 1, max: upTo }).chain((newSize) => fc.record({ newSize: fc.constant(newSize), oldSize: fc.nat(newSize) })).map(({ newSize, oldSize }) => {
  const leaves = someLeaves(newSize)
  return { oldSize, newSize, oldRoot: merkleRoot(leaves.slice(0, oldSize)), newRoot: merkleRoot(leaves), proof: consistencyProof(leaves, oldSize) }
})

test('the root is that of the recursive definition in RFC 9162, for every size', () => {
  for (let size = 0; size <= upTo; size += 1) assert.deepEqual(merkleRoot(someLeaves(size)), definition(someLeaves(size)), `size ${size}`)
})

test('a tree grown in batches of any size has the root of the tree made at once, and keeps few hashes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 12 }), (batches) => {
      const leaves = someLeaves(batches.reduce((total, size) => total + size, 0))
      let frontier = emptyFrontier
      for (const size of batches) frontier = appendLeaves(frontier, leaves.slice(frontier.size, frontier.size + size)).frontier
      assert.equal(frontier.size, leaves.length)
      assert.deepEqual(frontierRoot(frontier), definition(leaves))
      assert.equal(frontier.roots.length, leaves.length.toString(2).replaceAll('0', '').length)
    }),
  )
})

test('adding leaves does not change the frontier that was given', () => {
  const before = appendLeaves(emptyFrontier, someLeaves(3)).frontier
  const root = frontierRoot(before)
  appendLeaves(before, someLeaves(5))
  assert.deepEqual(frontierRoot(before), root)
})

test('every leaf of every tree has a proof that verifies', () => {
  fc.assert(fc.property(inclusion, (claim) => assert.equal(verifyInclusion(claim), true)), { numRuns: 300 })
})

test('an inclusion proof with any bit flipped, or about another place or size, fails', () => {
  fc.assert(
    fc.property(inclusion, fc.nat(255), fc.nat(20), (claim, bit, which) => {
      assert.equal(verifyInclusion({ ...claim, leaf: flipped(claim.leaf, bit) }), false)
      assert.equal(verifyInclusion({ ...claim, root: flipped(claim.root, bit) }), false)
      assert.equal(verifyInclusion({ ...claim, proof: [...claim.proof, claim.root] }), false)
      for (const index of [claim.index - 1, claim.index + 1]) assert.equal(verifyInclusion({ ...claim, index }), false)
      if (claim.proof.length === 0) return
      const place = which % claim.proof.length
      assert.equal(verifyInclusion({ ...claim, proof: claim.proof.map((hash, i) => (i === place ? flipped(hash, bit) : hash)) }), false)
      assert.equal(verifyInclusion({ ...claim, proof: claim.proof.slice(1) }), false)
    }),
    { numRuns: 200 },
  )
})

test('proofs read from the kept nodes are those computed from all leaves, and need few nodes', () => {
  const leaves = someLeaves(upTo)
  const kept = new Map<string, Uint8Array>(leaves.map((leaf, index) => [`0/${index}`, leafHash(leaf)]))
  let frontier = emptyFrontier
  for (let start = 0; start < leaves.length; start += 7) {
    const grown = appendLeaves(frontier, leaves.slice(start, start + 7))
    for (const { level, index, hash } of grown.completed) kept.set(`${level}/${index}`, hash)
    frontier = grown.frontier
  }
  const read = ({ level, index }: NodeAddress) => kept.get(`${level}/${index}`) ?? assert.fail(`node ${level}/${index} was not kept`)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: upTo }), fc.nat(upTo - 1), (size, place) => {
      const [index, sofar] = [place % size, leaves.slice(0, size)]
      const [inclusion, consistency] = [inclusionPlan(index, size), consistencyPlan(index, size)]
      assert.deepEqual(proofFromNodes(inclusion, read), inclusionProof(sofar, index))
      assert.deepEqual(proofFromNodes(consistency, read), consistencyProof(sofar, index))
      assert.ok(inclusion.flat().length <= 16)
    }),
  )
})

test('a plan for a tree of more than 2^31 leaves names whole subtrees with whole numbers', () => {
  const size = 2 ** 40 + 3
  for (const { level, index } of [...inclusionPlan(2 ** 40 + 1, size), ...consistencyPlan(2 ** 35 + 1, size)].flat()) {
    assert.ok(Number.isSafeInteger(index) && (index + 1) * 2 ** level <= size)
  }
})

test('an inner node does not pass for a leaf', () => {
  const leaves = someLeaves(4)
  const [first, second] = [definition(leaves.slice(0, 1)), definition(leaves.slice(1, 2))]
  const claim = { leaf: Buffer.concat([first, second]), index: 0, treeSize: 2, root: merkleRoot(leaves), proof: [merkleRoot(leaves.slice(2))] }
  assert.equal(verifyInclusion(claim), false)
})

test('every older tree is consistent with every newer one', () => {
  fc.assert(fc.property(consistency, (claim) => assert.equal(verifyConsistency(claim), true)), { numRuns: 300 })
})

test('a consistency proof with any bit flipped, or too long, or between other roots, fails', () => {
  fc.assert(
    fc.property(consistency, fc.nat(255), fc.nat(20), (claim, bit, which) => {
      assert.equal(verifyConsistency({ ...claim, oldRoot: flipped(claim.oldRoot, bit) }), false)
      if (claim.oldSize > 0) assert.equal(verifyConsistency({ ...claim, newRoot: flipped(claim.newRoot, bit) }), false)
      assert.equal(verifyConsistency({ ...claim, proof: [...claim.proof, claim.newRoot] }), false)
      if (claim.proof.length === 0) return
      const place = which % claim.proof.length
      assert.equal(verifyConsistency({ ...claim, proof: claim.proof.map((hash, i) => (i === place ? flipped(hash, bit) : hash)) }), false)
      assert.equal(verifyConsistency({ ...claim, proof: claim.proof.slice(1) }), false)
    }),
    { numRuns: 200 },
  )
})

test('a tree in which an old leaf was replaced is not consistent with the tree before', () => {
  const leaves = someLeaves(20)
  const rewritten = leaves.with(3, sm3('forged'))
  const claim = { oldSize: 11, newSize: 20, oldRoot: merkleRoot(leaves.slice(0, 11)), newRoot: merkleRoot(rewritten), proof: consistencyProof(rewritten, 11) }
  assert.equal(verifyConsistency(claim), false)
})

test('sizes and indices that make no sense are answered with no', () => {
  const leaves = someLeaves(3)
  const [leaf, root] = [leaves[0] ?? Buffer.alloc(0), merkleRoot(leaves)]
  for (const index of [-1, 3, 0.5, Number.NaN, 2 ** 60]) {
    assert.equal(verifyInclusion({ leaf, index, treeSize: 3, root, proof: [] }), false)
    assert.throws(() => inclusionProof(leaves, index), RangeError)
  }
  for (const oldSize of [-1, 4, 1.5, Number.NaN]) {
    assert.equal(verifyConsistency({ oldSize, newSize: 3, oldRoot: root, newRoot: root, proof: [] }), false)
    assert.throws(() => consistencyProof(leaves, oldSize), RangeError)
  }
  assert.equal(verifyInclusion({ leaf, index: 0, treeSize: 3, root, proof: [Buffer.alloc(31), Buffer.alloc(32)] }), false)
})
