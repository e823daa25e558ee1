import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { law } from '#kernel/access/caller.ts'
import { chineseDay } from '#kernel/documents/placeholders.ts'
import { addWorkingDays } from '#kernel/time/limits.ts'
import { dayOf, instantAtEndOf } from '#kernel/time/day.ts'
import { anAcceptedCase, foodLicence } from '#test/harness/cases.ts'
import { administrator, reviewerOf } from '#test/harness/callers.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

async function run(name: string, payload: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const job = office.app.jobs.find((each) => each.name === name)
  assert.ok(job)
  await job.run(office.app.jobContext(), payload)
}

/** What the recompute left for listeners in the queue of this office. */
async function heard(): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { Client } = (await import('pg')).default
  const client = new Client({ connectionString: office.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ payload: Readonly<Record<string, unknown>> }>(`SELECT j.payload FROM yimen_jobs._private_jobs j JOIN yimen_jobs._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'cases.tell-moved-due-dates'`)
  await client.end()
  return rows.map(({ payload }) => payload)
}

test('T-16 a typhoon day declared mid-case moves the due date, and the parties are told the old and the new day', async () => {
  const { number, person } = await anAcceptedCase(office)
  const before = (await office.call('cases.get-case', person, { number })).dueOn ?? ''
  const day = addWorkingDays(office.app.services.calendar, dayOf(office.clock.now()), 2).day
  await office.call('kernel.add-closure', await administrator(office), { from: day, to: day, name: '台风停工', source: '区三防指挥部通知' })
  await run('kernel.recompute-due-dates')
  for (const payload of await heard()) await run('cases.tell-moved-due-dates', payload)
  const after = (await office.call('cases.get-case', person, { number })).dueOn ?? ''
  assert.equal(after, addWorkingDays(office.app.services.calendar, before as '2026-01-01', 1).day)
  const { items } = await office.call('kernel.list-messages', person, { limit: 100 })
  const told = items.filter(({ text }) => text?.includes('工作日安排调整'))
  assert.equal(told.length, 1)
  const text = told[0]?.text ?? ''
  assert.ok([chineseDay(before), chineseDay(after), number].every((word) => word !== undefined && text.includes(word)), text)
  const clock = await office.call('cases.get-case-clock', person, { number })
  assert.equal(clock.attribution.shares.reduce((sum, { ms }) => sum + ms, 0), clock.attribution.wallMs)
})

test('C-08 a special procedure that has lasted as long as the applicant was told is resumed by the law, from that moment, exactly once', async () => {
  const { number } = await anAcceptedCase(office)
  const reviewer = await reviewerOf(office, foodLicence.unit)
  await office.call('cases.suspend-case', reviewer, { number, cause: 'expertReview', reason: '需要专家论证', limit: { value: 3, unit: 'WORKING_DAY' } })
  const lapses = instantAtEndOf(addWorkingDays(office.app.services.calendar, dayOf(office.clock.now()), 3).day)
  office.clock.set(new Date(lapses.getTime() - 1))
  await run('cases.resume-lapsed-stops')
  assert.equal((await office.call('cases.get-case', law, { number })).state, 'suspended')
  office.clock.set(new Date(lapses.getTime() + 3 * 86_400_000))
  await run('cases.resume-lapsed-stops')
  await run('cases.resume-lapsed-stops')
  assert.equal((await office.call('cases.get-case', law, { number })).state, 'inReview')
  const { events } = await office.call('cases.get-case-ledger', law, { number })
  assert.deepEqual(events.filter(({ command }) => command === 'resume').map(({ actor }) => actor), ['system:law'])
  const { rows } = await sql<{ ended_at: Date }>`
    SELECT s.ended_at FROM timer_segments s JOIN timers t ON t.id = s.timer_id JOIN matters m ON m.id = t.matter_id WHERE m.number = ${number} AND s.kind = 'stopped'`.execute(office.app.db)
  assert.ok(rows.length > 0 && rows.every(({ ended_at }) => ended_at.getTime() === lapses.getTime()))
})
