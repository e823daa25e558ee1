import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { isOverdue, parseTimer } from '#kernel/time/timer.ts'
import { approverOf, headOf, reviewerOf } from '#test/harness/callers.ts'
import { anAcceptedCase, aSubmittedCase, foodLicence, giveOpinions, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

// What stands at an instant is found by stored instants: when a matter was closed, when a clock is due and when it ended. Here it is
// compared with the ledger and with the clocks themselves, evening by evening, and once more when everything has moved on.

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const firstDay: Day = '2026-09-07'
const standing = ['cases.open', 'cases.unaccepted', 'cases.overdue-open', 'cases.on-time-rate'] as const
const days = (value: number): { value: number; unit: 'WORKING_DAY' } => ({ value, unit: 'WORKING_DAY' })

interface Evening {
  readonly day: Day
  readonly at: string
  readonly figures: Readonly<Record<string, unknown>>
  readonly lateByTheClocks: readonly string[]
  readonly openByTheLedger: number
}

async function figuresAt(day: Day, asOf?: string): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {}
  for (const metric of standing) {
    const { figure } = await office.call('reporting.get-figure', law, { metric, from: firstDay, to: day, ...(asOf !== undefined && { asOf }) })
    found[metric] = [figure.listed, figure.counted]
  }
  return found
}

async function lateCases(day: Day, asOf?: string): Promise<readonly string[]> {
  const { items } = await office.call('reporting.list-figure-rows', law, { metric: 'cases.overdue-open', from: firstDay, to: day, limit: 100, ...(asOf !== undefined && { asOf }) })
  return items.map(({ number }) => number ?? '').toSorted()
}

async function evening(day: Day): Promise<Evening> {
  setTime(office, day, '20:00')
  const now = office.clock.now()
  const { rows: clocks } = await office.database.pool.query<{ number: string; body: unknown }>(
    `SELECT m.number, t.body FROM timers t JOIN matters m ON m.id = t.matter_id WHERE m.kind = 'case' AND m.closed_at IS NULL AND t.name IN ('legal-decision', 'promised-decision')`,
  )
  const late = clocks.filter(({ body }) => {
    const timer = parseTimer(body)
    return timer.satisfiedAt === undefined && isOverdue(timer, office.app.services.calendar, now)
  })
  const { rows: open } = await office.database.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM matter_events e JOIN matters m ON m.id = e.matter_id WHERE m.kind = 'case' AND e.command = 'submit' AND NOT EXISTS (SELECT FROM matter_events f WHERE f.matter_id = e.matter_id AND f.command IN ('decide', 'deem-renewed', 'find-not-required', 'find-out-of-scope', 'refuse-acceptance', 'withdraw', 'deem-withdrawn'))`,
  )
  return { day, at: now.toISOString(), figures: await figuresAt(day), lateByTheClocks: [...new Set(late.map(({ number }) => number))].toSorted(), openByTheLedger: open[0]?.count ?? 0 }
}

test('C-24 what was open and what was late on an evening is what the ledger and the clocks said then, and stays so when cases are stopped, extended, decided late and withdrawn', async () => {
  const [reviewer, approver, head] = [await reviewerOf(office, foodLicence.unit), await approverOf(office, foodLicence.unit), await headOf(office, foodLicence.unit)]
  setTime(office, firstDay)
  const lateThenDecided = (await anAcceptedCase(office)).number
  const stopped = (await anAcceptedCase(office)).number
  const extended = (await anAcceptedCase(office)).number
  const lateThenWithdrawn = await anAcceptedCase(office)
  await aSubmittedCase(office)
  const acts: Readonly<Record<number, () => Promise<unknown>>> = {
    1: () => office.call('cases.suspend-case', reviewer, { number: stopped, cause: 'expertReview', reason: '需要专家论证', limit: days(10) }),
    2: () => office.call('cases.extend-case', head, { number: extended, by: days(5), reason: '需要进一步核实' }),
    9: () => office.call('cases.resume-case', reviewer, { number: stopped, result: '专家认为可行' }),
    11: async () => {
      await giveOpinions(office, lateThenDecided)
      return office.call('cases.decide-case', approver, { number: lateThenDecided, result: 'approve' })
    },
    40: () => office.call('cases.withdraw-case', lateThenWithdrawn.person, { number: lateThenWithdrawn.number, reason: '计划有变' }),
  }
  const evenings: Evening[] = []
  for (let place = 0; place <= 44; place++) {
    const day = addCalendarDays(firstDay, place)
    const act = acts[place]
    setTime(office, day, '10:00')
    await act?.()
    if (act !== undefined || [7, 8, 14, 20, 30, 44].includes(place)) evenings.push(await evening(day))
    if (place === 30) await office.call('reporting.keep-rollups', law, {})
  }
  await office.call('reporting.keep-rollups', law, {})
  for (const { day, at, figures, lateByTheClocks, openByTheLedger } of evenings) {
    assert.deepEqual((figures['cases.open'] as readonly number[])[0], openByTheLedger, `open on ${day}`)
    assert.deepEqual(await figuresAt(day, at), figures, `as of ${day}`)
    assert.deepEqual(await lateCases(day, at), lateByTheClocks, `late on ${day}`)
  }
  assert.ok(new Set(evenings.map(({ lateByTheClocks }) => lateByTheClocks.length)).size > 2, 'the cases are late at different times')
})
