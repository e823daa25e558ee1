import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal, type RefusalKind } from '#kernel/errors/refusal.ts'
import { statusOf as statusOfApi } from '#kernel/http/problem.ts'
import { isRefusal, isRefusalShown, problemsOf, type RefusalShown, statusOf } from './refusals.ts'

const kinds: readonly RefusalKind[] = ['invalid', 'unauthenticated', 'forbidden', 'not-found', 'not-allowed', 'conflict', 'too-large', 'unsupported', 'unprocessable', 'limit', 'unavailable', 'storage']

test('a page answers a refusal with the same status as the API', () => {
  for (const kind of kinds) assert.equal(statusOf(kind), statusOfApi({ code: 'any.reason', kind }), kind)
})

test('a refusal is told from a fault', () => {
  assert.ok(isRefusal(new Refusal({ code: 'cases.already-closed', kind: 'conflict' })))
  assert.ok(!isRefusal(new Error('Refusal')))
  assert.ok(!isRefusalShown('<html>'))
})

test('the fields of a refusal become lines of the error summary that lead to their controls', () => {
  const refusal: RefusalShown = { code: 'contract.invalid', kind: 'invalid', title: '有1处要改', fields: [{ pointer: '/place/street', code: 'too-short', title: '请写到门牌号' }] }
  assert.deepEqual(problemsOf(refusal), [{ id: 'place-street', text: '请写到门牌号' }])
  assert.deepEqual(problemsOf(refusal, () => 'addr'), [{ id: 'addr', text: '请写到门牌号' }])
})
