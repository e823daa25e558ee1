import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { law } from '#kernel/access/caller.ts'
import { evaluateMetric, evaluateMetricBy } from '#kernel/metrics/evaluate.ts'
import type { MetricFilter } from '#kernel/metrics/metric.ts'
import { addCalendarDays, type Day, dayOf } from '#kernel/time/day.ts'
import { administrator, approverOf, clerk, staffCaller } from '#test/harness/callers.ts'
import { aDecidedCase, aSubmittedCase, foodLicence, giveOpinions, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { evaluate, evaluateBy } from './evaluate.ts'
import { dailyMetrics, getMetric } from './registry.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const firstDay: Day = '2026-09-07'
const reading = () => ({ db: office.database.db })

/** Periods within and around what happened, seen at their end, in their middle, and by a part of the office. */
function questions(): readonly { readonly from: Day; readonly to: Day; readonly now: Date; readonly asOf?: Date; readonly filter?: MetricFilter }[] {
  const now = office.clock.now()
  const today = dayOf(now)
  const periods = [[firstDay, today], [firstDay, addCalendarDays(firstDay, 2)], [addCalendarDays(today, -1), today], [today, today], ['2026-01-01', '2026-12-31']] as const
  return periods.flatMap(([from, to]) => [
    { from, to, now },
    { from, to, now, asOf: new Date(`${addCalendarDays(firstDay, 2)}T12:00:00+08:00`) },
    { from, to, now, filter: { channel: 'window' } },
    { from, to, now, filter: { hallId: null } },
    { from, to, now, filter: { unitId: foodLicence.unit, channel: 'online' } },
  ])
}

/** Every rolled figure, whole and by each dimension, as the office answers it and as the ledger alone does. */
async function compareAll(told: string, metrics = dailyMetrics): Promise<void> {
  for (const metric of metrics)
    for (const query of questions()) {
      assert.deepEqual(await evaluate(reading(), metric, query), await evaluateMetric(reading(), metric, query), `${told}: ${metric.id} ${JSON.stringify(query)}`)
      for (const by of ['unitId', 'channel', 'hallId', 'kind', 'day'] as const) {
        const asked = { ...query, by }
        assert.deepEqual(await evaluateBy(reading(), metric, asked), await evaluateMetricBy(reading(), metric, asked), `${told}: ${metric.id} by ${by}`)
      }
    }
}

async function rollups(): Promise<readonly unknown[]> {
  const { rows } = await office.database.pool.query('SELECT * FROM figure_rollups ORDER BY metric, day, unit_id, hall_id, window_id, item, channel, region_code, kind')
  return rows
}

type Step = 'submit' | 'submitAtWindow' | 'accept' | 'decide' | 'withdraw' | 'nextDay' | 'rollUp'

const open: { number: string; accepted: boolean }[] = []

async function take(step: Step): Promise<void> {
  if (step === 'nextDay') return setTime(office, addCalendarDays(dayOf(office.clock.now()), 1))
  if (step === 'rollUp') return void (await office.call('reporting.keep-rollups', law, {}))
  if (step === 'submit' || step === 'submitAtWindow') {
    const { number } = await aSubmittedCase(office, step === 'submit' ? {} : { channel: 'window' })
    return void open.push({ number, accepted: false })
  }
  const chosen = open.find(({ accepted }) => (step === 'accept' ? !accepted : step === 'decide' ? accepted : true))
  if (chosen === undefined) return
  if (step === 'accept') {
    await office.call('cases.accept-case', await clerk(office), { number: chosen.number })
    chosen.accepted = true
    return
  }
  open.splice(open.indexOf(chosen), 1)
  if (step === 'withdraw') return void (await office.call('cases.withdraw-case', law, { number: chosen.number, reason: '计划有变' }))
  await giveOpinions(office, chosen.number)
  await office.call('cases.decide-case', await approverOf(office, foodLicence.unit), { number: chosen.number, result: 'approve' })
}

const steps = fc.sample(fc.constantFrom<Step>('submit', 'submitAtWindow', 'accept', 'accept', 'decide', 'withdraw', 'nextDay', 'rollUp'), { numRuns: 70, seed: 20_260_907 })

test('S-21 after random days a figure from the roll-ups is the figure from the ledger, whole, in parts and as of an instant', async () => {
  setTime(office, firstDay)
  for (const [place, step] of steps.entries()) {
    await take(step)
    if (place % 23 === 22) await compareAll(`after ${place + 1} steps`)
  }
  await take('nextDay')
  await take('rollUp')
  await compareAll('at the end')
  assert.ok((await rollups()).length > 20)
})

test('roll-ups built again from the ledger are the same rows that were kept day by day', async () => {
  const kept = await rollups()
  await office.call('reporting.rebuild-rollups', await administrator(office), {})
  assert.deepEqual(await rollups(), kept)
  await compareAll('after a rebuild')
})

test('rolling up twice adds nothing', async () => {
  const kept = await rollups()
  await take('rollUp')
  assert.deepEqual(await rollups(), kept)
})

test('E-08 a review that is found invalid after its day was rolled up leaves the figures of that day, not those of an instant before', async () => {
  const day = dayOf(office.clock.now())
  const { number, person } = await aDecidedCase(office)
  const { reviewId } = await office.call('evaluations.rate', person, { number, grade: 5 })
  for (const step of ['nextDay', 'rollUp'] as const) await take(step)
  const satisfied = async (asOf: Date): Promise<number> => (await evaluate(reading(), getMetric('evaluations.satisfaction-rate'), { from: day, to: day, now: office.clock.now(), asOf })).counted
  const before = office.clock.now()
  const kept = await satisfied(before)
  setTime(office, dayOf(before), '15:00')
  await office.call('evaluations.exclude-review', await staffCaller(office, 'HD0009'), { reviewId, ground: 'empty', reason: '无实际内容' })
  assert.deepEqual([await satisfied(office.clock.now()), await satisfied(before)], [kept - 1, kept])
  await compareAll('after an exclusion', dailyMetrics.filter(({ id }) => id.startsWith('evaluations.')))
  const rolled = await rollups()
  await office.call('reporting.rebuild-rollups', await administrator(office), {})
  assert.deepEqual(await rollups(), rolled)
})

test('a clerk does not rebuild roll-ups', async () => {
  await assert.rejects(office.call('reporting.rebuild-rollups', await clerk(office), {}))
})
