import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import pg from 'pg'
import type { PersonCaller } from '#kernel/access/caller.ts'
import { personCaller } from '#test/harness/callers.ts'
import { caseAs, foodApplication, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { endAgenciesJob } from './jobs.ts'

const office = await openTestOffice({ with: 'city' })
const owner = new pg.Pool({ connectionString: office.ownerUrl, max: 1 })
after(async () => {
  await owner.end()
  await office.close()
})
beforeEach(() => setTime(office, '2026-09-07'))

const principal = await personCaller(office, 'zhang-xiaomei', 3)
const agent = await personCaller(office, 'tan-yongan', 3)

/** The principal lets the agent act for her until a day; answers the authorisation. */
async function authorise(to: string): Promise<string> {
  return (await office.call('subjects.authorise-agent', principal, { principalId: principal.id, agent: { name: '谭永安', idNumber: '440114199809130130' }, scope: { kind: 'all' }, from: '2026-09-07', to })).id
}

async function filedBy(person: PersonCaller): Promise<string> {
  return (await office.call('cases.submit-case', person, foodApplication({ applicantId: principal.id }))).number
}

const look = (): Promise<void> => endAgenciesJob.run(office.app.jobContext(), {})
const listedFor = async (person: PersonCaller): Promise<readonly string[]> => (await office.call('cases.list-cases', person, { limit: 100 })).items.map(({ number }) => number)

test('C-33 an agent whose authorisation is taken back neither sees nor commands the case any more; the applicant goes on', async () => {
  const id = await authorise('2026-12-31')
  const number = await filedBy(agent)
  await look()
  assert.deepEqual(await listedFor(agent), [number], 'as long as it is in force he follows the case')
  await office.call('subjects.revoke-authorisation', principal, { id })
  const { rows } = await owner.query<{ payload: object }>(`SELECT j.payload FROM yimen_jobs._private_jobs j JOIN yimen_jobs._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'cases.end-agencies'`)
  assert.deepEqual(rows.map(({ payload }) => payload), [{ id }], 'whoever ends it need not wait for the night')
  for (const _ of ['once', 'twice']) await look()
  assert.deepEqual(await listedFor(agent), [])
  await assert.rejects(caseAs(office, agent, number), { code: 'cases.unknown' })
  await assert.rejects(office.call('cases.withdraw-case', agent, { number, reason: '不办了' }), { code: 'cases.unknown' })
  assert.ok((await caseAs(office, principal, number)).commands.includes('withdraw'))
})

test('C-33 from the instant at which it is taken back the agent sees and commands nothing, before any job has looked; another authorisation gives it back', async () => {
  const id = await authorise('2026-12-31')
  const number = await filedBy(agent)
  await office.call('subjects.revoke-authorisation', principal, { id })
  assert.ok(!(await listedFor(agent)).includes(number))
  await assert.rejects(caseAs(office, agent, number), { code: 'cases.unknown' })
  await assert.rejects(office.call('cases.get-case-ledger', agent, { number }), { code: 'cases.unknown' })
  await assert.rejects(office.call('cases.list-fees', agent, { number }), { code: 'cases.unknown' })
  await assert.rejects(office.call('cases.withdraw-case', agent, { number, reason: '不办了' }), { code: 'cases.unknown' })
  assert.ok((await listedFor(principal)).includes(number))
  const another = await authorise('2026-12-31')
  assert.ok((await listedFor(agent)).includes(number))
  assert.equal((await caseAs(office, agent, number)).number, number)
  await office.call('subjects.revoke-authorisation', principal, { id: another })
  await look()
})

test('C-33 on the day after its last the agent sees nothing, before the job of the night has looked', async () => {
  await authorise('2026-09-08')
  const number = await filedBy(agent)
  setTime(office, '2026-09-08', '23:59')
  assert.ok((await listedFor(agent)).includes(number))
  setTime(office, '2026-09-09', '00:00')
  assert.deepEqual(await listedFor(agent), [])
  await assert.rejects(caseAs(office, agent, number), { code: 'cases.unknown' })
  await look()
})

test('C-33 an authorisation that runs out ends it as well, unless another one carries the case', async () => {
  await authorise('2026-09-30')
  const number = await filedBy(agent)
  const own = await filedBy(principal)
  setTime(office, '2026-09-30', '23:00')
  await look()
  assert.deepEqual(await listedFor(agent), [number])
  setTime(office, '2026-10-01')
  await authorise('2026-10-31')
  await look()
  assert.deepEqual(await listedFor(agent), [number])
  setTime(office, '2026-11-01')
  await look()
  assert.deepEqual(await listedFor(agent), [])
  for (const one of [number, own]) assert.ok((await listedFor(principal)).includes(one))
})
