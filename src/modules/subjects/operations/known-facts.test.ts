import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { clerk, personCaller, reviewerOf, subjectId } from '#test/harness/callers.ts'
import { setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => setTime(office, '2026-09-07'))

const card = { name: '张晓梅', idNumber: '440114198805160020', phone: '13800005001', regionCode: '440114001', address: '广东省广州市花都区新华街道建设北路12号之一' }

test('a person has his own form filled in, and nothing is recorded of it', async () => {
  const person = await personCaller(office, 'wang-yuting')
  const { facts } = await office.call('subjects.get-known-facts', person, {})
  assert.deepEqual([facts['subject.name'], facts['subject.identityNumber'], facts['agent.name']], ['王雨婷', '44011419950321004X', undefined])
  assert.deepEqual((await office.call('subjects.list-unmaskings', person, {})).items, [])
})

test('an agent has the form of the company filled in; the company sees that he looked, and a stranger gets nothing', async () => {
  const company = await subjectId(office, 'suihuilian-gongyinglian')
  const agent = await personCaller(office, 'tan-yongan', 3)
  const { facts } = await office.call('subjects.get-known-facts', agent, { applicantId: company })
  assert.deepEqual([facts['organisation.name'], facts['organisation.legalRepresentative'], facts['agent.name']], ['广州穗汇连供应链管理有限公司', '李国强', '谭永安'])
  const { items } = await office.call('subjects.list-unmaskings', await personCaller(office, 'li-guoqiang'), { subjectId: company })
  assert.deepEqual(items.map(({ actor, purpose }) => [actor, purpose]), [[`person:${agent.id}`, 'prefill']])
  await assert.rejects(office.call('subjects.get-known-facts', await personCaller(office, 'zhang-xiaomei'), { applicantId: company }), { code: 'subjects.unknown' })
})

test('whoever is known by a phone number only is shown no identity number', async () => {
  await assert.rejects(office.call('subjects.get-known-facts', await personCaller(office, 'zhang-xiaomei', 1), {}), { code: 'subjects.step-up-required' })
})

test('a clerk reads the facts of whose card he has just read, for an hour; each reading is shown to the person', async () => {
  const [window, other, person] = [await clerk(office), await clerk(office, 1), await personCaller(office, 'zhang-xiaomei')]
  const read = (by: typeof window) => office.call('subjects.read-known-facts', by, { id: person.id, purpose: 'acceptance' })
  await assert.rejects(read(window), { code: 'subjects.unknown' })
  await office.call('subjects.find-or-register-person', window, card)
  assert.equal((await read(window)).facts['subject.phone'], '13800005001')
  await assert.rejects(read(other), { code: 'subjects.unknown' })
  setTime(office, '2026-09-07', '09:59')
  await read(window)
  setTime(office, '2026-09-07', '10:01')
  await assert.rejects(read(window), { code: 'subjects.unknown' }, 'reading again does not keep him at the window')
  const { items } = await office.call('subjects.list-unmaskings', person, {})
  assert.deepEqual(items.map(({ actor, purpose }) => [actor, purpose]), Array.from({ length: 3 }, () => [`staff:${window.id}`, 'acceptance']))
  await assert.rejects(office.call('subjects.read-known-facts', await reviewerOf(office, 'shichang-jianguan'), { id: person.id, purpose: 'acceptance' }), { code: 'contract.not-permitted' })
})

test('a person registered a moment ago is present too', async () => {
  const window = await clerk(office)
  const { id, registered } = await office.call('subjects.find-or-register-person', window, { ...card, name: '何小满', idNumber: '440114197001010014' })
  assert.equal(registered, true)
  assert.equal((await office.call('subjects.read-known-facts', window, { id, purpose: 'acceptance' })).facts['subject.name'], '何小满')
})
