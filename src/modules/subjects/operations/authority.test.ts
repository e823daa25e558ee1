import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import type { Caller } from '#kernel/access/caller.ts'
import { dayOf } from '#kernel/time/day.ts'
import { checkAuthority, knownFacts } from '#modules/subjects/index.ts'
import { clerk, personCaller, subjectId } from '#test/harness/callers.ts'
import { testCtx } from '#test/harness/matters.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => office.clock.set(mondayMorning))

const company = await subjectId(office, 'suihuilian-gongyinglian')
const agentFacts = { name: '谭永安', idNumber: '440114199809130130' }
const period = { from: '2026-09-01', to: '2026-09-30' } as const
const item = { itemKey: 'sc-05', themes: ['th-01'] }

async function authority(caller: Caller, applicantId: string, asked: { readonly itemKey: string; readonly themes: readonly string[] } = item): Promise<string> {
  const verdict = await checkAuthority(testCtx(office.app, office.database.db, { caller }), { applicantId, ...asked, day: dayOf(office.clock.now()) })
  if (!verdict.ok) return verdict.refusal.code
  return verdict.value.agentAuthorisationId === null ? 'in person' : 'agent'
}

test('C-33 the applicant and the legal representative need no authorisation, a stranger has none', async () => {
  assert.equal(await authority(await personCaller(office, 'zhang-xiaomei'), await subjectId(office, 'zhang-xiaomei')), 'in person')
  assert.equal(await authority(await personCaller(office, 'li-guoqiang'), company), 'in person')
  assert.equal(await authority(await personCaller(office, 'zhang-xiaomei'), company), 'subjects.not-the-agent')
  assert.equal(await authority(await clerk(office), company), 'in person')
})

test('C-33 an agent applies within the themes and the days of the authorisation', async () => {
  const agent = await personCaller(office, 'tan-yongan')
  assert.equal(await authority(agent, company, { itemKey: 'any', themes: ['th-16'] }), 'agent')
  assert.equal(await authority(agent, company, { itemKey: 'any', themes: ['th-99'] }), 'subjects.authorisation-too-narrow')
  office.clock.set(new Date('2027-12-31T23:59:59+08:00'))
  assert.equal(await authority(agent, company, { itemKey: 'any', themes: ['th-16'] }), 'agent')
  office.clock.set(new Date('2028-01-01T00:00:00+08:00'))
  assert.equal(await authority(agent, company, { itemKey: 'any', themes: ['th-16'] }), 'subjects.authorisation-expired')
  office.clock.set(new Date('2025-12-31T23:59:59+08:00'))
  assert.equal(await authority(agent, company, { itemKey: 'any', themes: ['th-16'] }), 'subjects.authorisation-not-yet-valid')
})

test('C-33 the legal representative authorises an agent and takes it back; it has no force from that day on', async () => {
  const representative = await personCaller(office, 'li-guoqiang')
  const agent = await personCaller(office, 'tan-yongan')
  const { id } = await office.call('subjects.authorise-agent', representative, { principalId: company, agent: agentFacts, scope: { kind: 'items', items: ['sc-05'] }, ...period })
  assert.equal(await authority(agent, company), 'agent')
  const { items } = await office.call('subjects.list-authorisations', agent, {})
  assert.deepEqual(items.map((grant) => grant.id).includes(id), true)
  assert.ok((await office.call('subjects.get-me', agent, {})).actsFor.some((held) => held.id === company && held.as === 'agent'))

  await assert.rejects(office.call('subjects.revoke-authorisation', await personCaller(office, 'zhang-xiaomei'), { id }), { code: 'subjects.authorisation-unknown' })
  assert.equal((await office.call('subjects.revoke-authorisation', representative, { id })).revokedOn, '2026-09-07')
  assert.notEqual(await authority(agent, company), 'agent')
  office.clock.set(new Date('2026-09-08T09:00:00+08:00'))
  assert.equal((await office.call('subjects.revoke-authorisation', agent, { id })).revokedOn, '2026-09-07')
})

test('nobody authorises an agent for somebody else, unsurely known, for the past, or himself', async () => {
  const scope = { kind: 'all' } as const
  const grant = { principalId: company, agent: agentFacts, scope, ...period }
  const authorise = (caller: Caller, change: object = {}) => office.call('subjects.authorise-agent', caller, { ...grant, ...change })
  const representative = await personCaller(office, 'li-guoqiang')
  await assert.rejects(authorise(await personCaller(office, 'zhang-xiaomei')), { code: 'subjects.unknown' })
  await assert.rejects(authorise({ ...representative, level: 1 }), { code: 'subjects.step-up-required' })
  await assert.rejects(authorise(representative, { to: '2026-08-31' }), { code: 'subjects.period-invalid' })
  await assert.rejects(authorise(representative, { agent: { ...agentFacts, name: '别人' } }), { code: 'subjects.agent-unknown' })
  await assert.rejects(authorise(representative, { agent: { ...agentFacts, idNumber: '440114198805160012' } }), { code: 'subjects.agent-unknown' })
  const self = await personCaller(office, 'tan-yongan', 3)
  await assert.rejects(authorise(self, { principalId: self.id }), { code: 'subjects.own-agent' })
  await assert.rejects(authorise(await clerk(office)), { code: 'subjects.authorisation-document-missing' })
  assert.ok((await authorise(await clerk(office), { documentId: 'weituo-2026-0099' })).id)
})

test('the office fills in what it knows of an organisation, its representative and the agent who applies', async () => {
  const known = await knownFacts(testCtx(office.app, office.database.db, { caller: await personCaller(office, 'tan-yongan') }), company)
  assert.deepEqual([known['organisation.name'], known['organisation.legalRepresentative'], known['agent.name']], ['广州穗汇连供应链管理有限公司', '李国强', '谭永安'])
  const own = await personCaller(office, 'zhang-xiaomei')
  const ownFacts = await knownFacts(testCtx(office.app, office.database.db, { caller: own }), own.id)
  assert.deepEqual([ownFacts['subject.name'], ownFacts['agent.name']], ['张晓梅', undefined])
})
