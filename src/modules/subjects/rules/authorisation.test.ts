import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '#kernel/errors/refusal.ts'
import { AgentAuthorisation } from '../schema.ts'
import { checkAuthorisation, type AgencyRequest } from './authorisation.ts'

const AUTHORISATION: AgentAuthorisation = {
  key: 'weituo-1',
  principal: { kind: 'organisation', key: 'suihuilian' },
  agentKey: 'tan-yongan',
  scope: { kind: 'items', items: ['sc-05'] },
  from: '2026-03-01',
  to: '2026-08-31',
  documentId: 'weituo-2026-0001',
  revokedOn: null,
}

const REQUEST: AgencyRequest = {
  agentKey: 'tan-yongan',
  principal: { kind: 'organisation', key: 'suihuilian' },
  itemKey: 'sc-05',
  themeKeys: ['th-01', 'th-02'],
  on: '2026-05-06',
}

function answer(verdict: Verdict<unknown>): string {
  return verdict.ok ? 'fine' : verdict.refusal.code
}

test('C-33 an authorisation counts from its first day to its last, both included', () => {
  const on = (day: AgencyRequest['on']) => answer(checkAuthorisation(AUTHORISATION, { ...REQUEST, on: day }))
  assert.deepEqual(
    [on('2026-02-28'), on('2026-03-01'), on('2026-08-31'), on('2026-09-01')],
    ['subjects.authorisation-not-yet-valid', 'fine', 'fine', 'subjects.authorisation-expired'],
  )
})

test('C-33 a revoked authorisation has no force from the day of revocation on, and keeps what was done before', () => {
  const revoked = { ...AUTHORISATION, revokedOn: '2026-05-06' } as const
  assert.equal(answer(checkAuthorisation(revoked, { ...REQUEST, on: '2026-05-05' })), 'fine')
  assert.equal(answer(checkAuthorisation(revoked, REQUEST)), 'subjects.authorisation-revoked')
})

test('C-33 the item must lie within the scope: listed, of a listed theme, or everything', () => {
  const within = (scope: AgentAuthorisation['scope']) => answer(checkAuthorisation({ ...AUTHORISATION, scope }, REQUEST))
  assert.equal(within({ kind: 'all' }), 'fine')
  assert.equal(within({ kind: 'items', items: ['sc-01', 'sc-05'] }), 'fine')
  assert.equal(within({ kind: 'items', items: ['sc-01'] }), 'subjects.authorisation-too-narrow')
  assert.equal(within({ kind: 'themes', themes: ['th-02'] }), 'fine')
  assert.equal(within({ kind: 'themes', themes: ['th-15'] }), 'subjects.authorisation-too-narrow')
})

test('C-33 an authorisation serves its agent and its principal only; a person and an organisation of one key are two', () => {
  const asked = (change: Partial<AgencyRequest>) => answer(checkAuthorisation(AUTHORISATION, { ...REQUEST, ...change }))
  assert.equal(asked({ agentKey: 'li-guoqiang' }), 'subjects.not-the-agent')
  assert.equal(asked({ principal: { kind: 'organisation', key: 'yunmuju' } }), 'subjects.not-the-agent')
  assert.equal(asked({ principal: { kind: 'person', key: 'suihuilian' } }), 'subjects.not-the-agent')
})

test('an authorisation that ends before it begins, lists nothing, or names its own principal as agent is not one', () => {
  const bad = [
    { ...AUTHORISATION, to: '2026-02-01' },
    { ...AUTHORISATION, scope: { kind: 'items', items: [] } },
    { ...AUTHORISATION, principal: { kind: 'person', key: 'tan-yongan' } },
  ]
  assert.deepEqual(bad.map((record) => AgentAuthorisation.safeParse(record).success), [false, false, false])
  assert.equal(AgentAuthorisation.safeParse(AUTHORISATION).success, true)
})
