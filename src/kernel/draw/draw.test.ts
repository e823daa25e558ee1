import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sm3 } from '#kernel/crypto/sm3.ts'
import { must, type Verdict } from '#kernel/errors/refusal.ts'
import { commitDraw, runDraw, type DrawRequest, type DrawTranscript } from './draw.ts'
import { randomOrder } from './random-order.ts'
import { replayDraw } from './replay.ts'

const experts = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王']
const matter = '2101-440114-04-01-123456'

function aDraw(change: Partial<DrawRequest> = {}): DrawRequest {
  const seed = change.seed ?? sm3('a fixed seed')
  const candidates = change.candidates ?? experts
  const commitment = must(commitDraw({ seed, candidates, matter, publicSource: '下一个台账检查点' }))
  return { commitment, count: 3, context: { matter, publicValue: 'c0ffee' }, exclude: [], ...change, seed, candidates }
}

const published = aDraw().commitment
const reason = (verdict: Verdict<unknown>) => (verdict.ok ? 'drawn' : verdict.refusal.code)

test('M-06 another party who has the transcript as JSON and the published commitment gets the same selection', () => {
  const transcript = JSON.parse(JSON.stringify(must(runDraw(aDraw())))) as DrawTranscript
  assert.deepEqual(replayDraw(transcript, published), { same: true })
})

test('M-06 the scheme is fixed: this seed, list and public value always give these experts', () => {
  assert.deepEqual(must(runDraw(aDraw())).selected, ['钱', '孙', '赵'])
})

test('M-06 a replay says what was changed in the transcript', () => {
  const transcript = must(runDraw(aDraw()))
  const forged = [...transcript.selected.slice(0, 2), experts.find((name) => !transcript.selected.includes(name)) ?? '']
  const changes: readonly (readonly [string, Partial<DrawTranscript>])[] = [
    ['draw.other-candidates', { candidates: experts.toReversed() }],
    ['draw.other-candidates', { candidates: [...experts, '冯'] }],
    ['draw.other-seed', { seed: 'ab'.repeat(32) }],
    ['draw.seed-length', { seed: 'not hexadecimal' }],
    ['draw.other-matter', { context: { ...transcript.context, matter: 'other' } }],
    ['draw.too-few-eligible', { count: 9 }],
    ['commitment', { commitment: { ...published, listDigest: '0' } }],
    ['selection', { selected: forged }],
    ['selection', { selected: transcript.selected.toReversed() }],
    ['selection', { count: 2 }],
  ]
  for (const [what, change] of changes) {
    const replay = replayDraw({ ...transcript, ...change }, published)
    assert.equal(replay.same ? 'same' : replay.difference.what, what)
  }
  const replay = replayDraw({ ...transcript, selected: forged }, published)
  assert.deepEqual(replay, { same: false, difference: { what: 'selection', expected: transcript.selected } })
})

test('M-06 a list that was changed and committed again afterwards does not fit the published commitment', () => {
  const request = aDraw({ candidates: experts.slice(1) })
  assert.deepEqual(replayDraw(must(runDraw(request)), published), { same: false, difference: { what: 'commitment' } })
})

test('B-09 those who must recuse themselves are never selected, and the reason is in the transcript', () => {
  const exclude = [{ candidate: '赵', reason: '与投标人有利害关系' }, { candidate: '孙', reason: '项目主管部门人员' }]
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.integer({ min: 1, max: 6 }), (seed, count) => {
      const transcript = must(runDraw(aDraw({ seed, count, exclude })))
      assert.deepEqual(transcript.exclude, exclude)
      assert.equal(new Set(transcript.selected).size, count)
      assert.ok(transcript.selected.every((name) => experts.includes(name) && name !== '赵' && name !== '孙'))
    }),
  )
})

test('B-10 replacing a selected member moves the next in the order up and leaves the others where they were', () => {
  const [first, second, third] = must(runDraw(aDraw())).selected
  const exclude = [{ candidate: second ?? '', reason: '因病不能到场' }]
  const [keptFirst, keptThird, next] = must(runDraw(aDraw({ exclude }))).selected
  assert.deepEqual([keptFirst, keptThird], [first, third])
  assert.ok(next !== undefined && ![first, second, third].includes(next))
})

test('no more can be drawn than are eligible', () => {
  assert.equal(reason(runDraw(aDraw({ count: 8 }))), 'drawn')
  assert.equal(reason(runDraw(aDraw({ count: 9 }))), 'draw.too-few-eligible')
  assert.equal(reason(runDraw(aDraw({ count: 8, exclude: [{ candidate: '赵', reason: '回避' }] }))), 'draw.too-few-eligible')
  assert.equal(reason(runDraw(aDraw({ count: 1, candidates: [] }))), 'draw.too-few-eligible')
})

test('a draw is refused for a count, an exclusion, a list or a public value that makes no sense', () => {
  for (const count of [0, -1, 1.5, Number.NaN]) assert.equal(reason(runDraw(aDraw({ count }))), 'draw.count-not-positive')
  assert.equal(reason(runDraw(aDraw({ exclude: [{ candidate: '冯', reason: '回避' }] }))), 'draw.exclusion-unknown')
  assert.equal(reason(runDraw(aDraw({ exclude: [{ candidate: '赵', reason: ' ' }] }))), 'draw.exclusion-without-reason')
  assert.equal(reason(runDraw(aDraw({ context: { matter, publicValue: '' } }))), 'draw.public-value-mismatch')
  assert.equal(reason(commitDraw({ seed: sm3('x'), candidates: ['赵', '赵'], matter, publicSource: 'none' })), 'draw.repeated-candidate')
  assert.equal(reason(commitDraw({ seed: Buffer.alloc(16), candidates: experts, matter, publicSource: 'none' })), 'draw.seed-length')
})

test('the commitment tells neither the seed nor the selection, and changes with every part', () => {
  const other = must(commitDraw({ seed: sm3('another seed'), candidates: experts, matter, publicSource: 'none' }))
  assert.match(published.seedDigest, /^[0-9a-f]{64}$/)
  assert.notEqual(published.seedDigest, sm3(sm3('a fixed seed')).toString('hex'))
  assert.notEqual(other.seedDigest, published.seedDigest)
  assert.equal(other.listDigest, published.listDigest)
})

/** Pearson's statistic of counts that should be equal. */
const chiSquare = (counts: readonly number[], draws: number) =>
  counts.reduce((sum, found) => sum + (found - draws / counts.length) ** 2 / (draws / counts.length), 0)

test('M-06 every candidate is equally likely at every place (chi-square over 6,000 fixed seeds, p = 0.001)', () => {
  const draws = 6000
  const places = experts.map(() => experts.map(() => 0))
  const pairs = new Map<string, number>()
  for (let i = 0; i < draws; i += 1) {
    const order = randomOrder(sm3(`seed ${i}`), experts.map((_, index) => index))
    for (const [place, who] of order.entries()) places[place]?.splice(who, 1, (places[place]?.[who] ?? 0) + 1)
    const pair = order.slice(0, 2).join()
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  // Critical values: 24.32 for 7 degrees of freedom, 93.17 for 55.
  for (const counts of places) assert.ok(chiSquare(counts, draws) < 24.32)
  assert.equal(pairs.size, 56)
  assert.ok(chiSquare([...pairs.values()], draws) < 93.17)
})
