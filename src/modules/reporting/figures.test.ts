import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { InputOf, OutputOf } from '#app'
import { law } from '#kernel/access/caller.ts'
import { clerk, staffCaller } from '#test/harness/callers.ts'
import { aDecidedCase, anAcceptedCase, aSubmittedCase, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { allMetrics } from './registry.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const period = { from: '2026-09-01', to: '2026-09-30' } as const
type Question = Omit<InputOf<'reporting.get-figure'>, 'metric'>
type Row = OutputOf<'reporting.list-figure-rows'>['items'][number]

before(async () => {
  setTime(office, '2026-09-02')
  await aDecidedCase(office)
  const { number, person } = await aDecidedCase(office)
  await office.call('evaluations.rate', person, { number, grade: 5 })
  setTime(office, '2026-09-03')
  await anAcceptedCase(office)
  await aSubmittedCase(office, { channel: 'window' })
  const atWindow = await aSubmittedCase(office)
  await office.call('cases.withdraw-case', atWindow.person, { number: atWindow.number, reason: '计划有变' })
  setTime(office, '2026-09-04')
  await office.call('reporting.keep-rollups', law, {})
  await office.call('cases.accept-case', await clerk(office), { number: (await aSubmittedCase(office)).number })
  setTime(office, '2026-09-16')
  await office.call('kernel.raise-signals', law, {})
})

async function listOf(metric: string, question: Question): Promise<readonly Row[]> {
  const rows: Row[] = []
  const { by: _, ...asked } = question
  for (let cursor: string | undefined; ; ) {
    const page = await office.call('reporting.list-figure-rows', law, { metric, ...asked, limit: 100, ...(cursor !== undefined && { cursor }) })
    rows.push(...page.items)
    if (page.nextCursor === null) return rows
    cursor = page.nextCursor
  }
}

test('every figure has as many rows as it says, whole, by unit and as of an instant, with days from roll-ups and from the ledger', async () => {
  const questions: readonly Question[] = [period, { ...period, unitId: 'shichang-jianguan' }, { ...period, asOf: '2026-09-03T12:00:00+08:00' }]
  for (const { id } of allMetrics)
    for (const question of questions) {
      const { figure } = await office.call('reporting.get-figure', law, { metric: id, ...question })
      const rows = await listOf(id, question)
      const told = `${id} ${JSON.stringify(question)}`
      assert.deepEqual([rows.length, rows.filter((row) => row.counted).length], [figure.listed, figure.counted], told)
      assert.equal(new Set(rows.map((row) => row.key)).size, rows.length, `${told} lists something twice`)
    }
})

test('every figure divided by each of its dimensions adds up to itself', async () => {
  for (const { id, dimensions } of allMetrics)
    for (const by of dimensions) {
      const { figure, parts } = await office.call('reporting.get-figure', law, { metric: id, ...period, by })
      const sum = (of: 'numerator' | 'denominator'): number => parts.reduce((total, part) => total + (part[of] ?? 0), 0)
      assert.deepEqual([sum('numerator'), figure.denominator === null ? null : sum('denominator')], [figure.numerator, figure.denominator], `${id} by ${by}`)
    }
})

test('every case behind a figure opens to the ledger entries of that case', async () => {
  const supervisor = await staffCaller(office, 'HD0013')
  const numbers = new Set<string>()
  for (const { id } of allMetrics) for (const { kind, number } of await listOf(id, period)) if (kind === 'case' && number !== null) numbers.add(number)
  assert.equal(numbers.size, 6)
  for (const number of numbers) {
    const { events } = await office.call('cases.get-case-ledger', supervisor, { number })
    assert.ok(events.length > 0, number)
  }
})

test('a figure asked by a dimension that it does not have is refused', async () => {
  await assert.rejects(office.call('reporting.get-figure', law, { metric: 'catalogue.departments', ...period, by: 'hallId' }), { code: 'reporting.dimension-unknown' })
  await assert.rejects(office.call('reporting.get-figure', law, { metric: 'catalogue.departments', ...period, hallId: 'qu-zhengwu' }), { code: 'reporting.dimension-unknown' })
  await assert.rejects(office.call('reporting.get-figure', law, { metric: 'no.such', ...period }), { code: 'reporting.metric-unknown' })
})
