import process from 'node:process'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { openMatter, recordStep } from '#kernel/matter/record.ts'
import { shownTimer } from '#kernel/matter/shown-timer.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { instantAtStartOf } from '#kernel/time/day.ts'
import { arm, resume, stop, type Timer } from '#kernel/time/timer.ts'
import { errandLifecycle, testCtx } from '#test/harness/matters.ts'
import type { TestOffice } from '#test/harness/office.ts'
import { today } from './load.ts'

export interface CommandRates {
  readonly armPerSecond: number
  readonly stopPerSecond: number
  readonly resumePerSecond: number
  readonly atATime: number
}

const rounds = 1_000
const atATime = 8
const unit = { kind: 'unit', id: 'u' } as const

interface Armed {
  readonly matter: Matter
  readonly timer: Timer
}

/** Arms, stops and resumes clocks, each command in a transaction with its ledger event, eight at a time. */
export async function measureCommands(office: TestOffice): Promise<CommandRates> {
  const { calendar } = office.app.services
  const step = <R>(run: (ctx: Ctx) => Promise<R>): Promise<R> => office.app.db.transaction().execute((tx) => run(testCtx(office.app, tx)))
  const armed: Armed[] = []
  const armPerSecond = await perSecond(async (number) => {
    const timer = must(arm({ id: newId<'timer'>(today.getTime()), purpose: 'promised', name: 'answer', budget: { value: 10, unit: 'WORKING_DAY' }, anchorAt: today, party: unit }))
    const matter = await step((ctx) => openMatter(ctx, { id: newId<'matter'>(today.getTime()), number: `C${number}`, kind: 'errand', regionCode: '440114', subjectId: null, itemVersionId: null, leadUnitId: 'u', channel: 'window' }, { command: 'ask', to: 'asked', timers: [timer] }))
    armed.push({ matter, timer })
  })
  const stopped: Armed[] = []
  const stopPerSecond = await perSecond(async (number) => {
    const { matter, timer } = at(armed, number)
    const changed = must(stop(timer, calendar, { at: today, cause: 'testing', party: { kind: 'intermediary' } }))
    stopped.push({ matter: await step((ctx) => recordStep(ctx, errandLifecycle, matter, { command: 'takeUp', to: 'inHand', timers: [changed] })), timer: changed })
  })
  const resumePerSecond = await perSecond(async (number) => {
    const { matter, timer } = at(stopped, number)
    await step((ctx) => recordStep(ctx, errandLifecycle, matter, { command: 'note', to: 'inHand', timers: [must(resume(timer, { at: today, party: unit }))] }))
  })
  return { armPerSecond, stopPerSecond, resumePerSecond, atATime }
}

export interface ExplainTimes {
  readonly p50: number
  readonly p95: number
  readonly cpu: number
}

/** Explains a clock of 60 working days with three stops, in milliseconds: what `GET …/clock` computes for each timer. */
export function measureExplain(office: TestOffice): ExplainTimes {
  const { calendar } = office.app.services
  let timer = must(arm({ id: 't', purpose: 'legal', name: 'answer', budget: { value: 60, unit: 'WORKING_DAY' }, anchorAt: instantAtStartOf('2026-03-02'), party: unit }))
  for (const [from, to] of [['2026-03-10', '2026-03-20'], ['2026-04-01', '2026-04-20'], ['2026-05-11', '2026-05-29']] as const) {
    timer = must(stop(timer, calendar, { at: instantAtStartOf(from), cause: 'testing', party: { kind: 'intermediary' } }))
    timer = must(resume(timer, { at: instantAtStartOf(to), party: unit }))
  }
  for (let warm = 0; warm < 200; warm++) shownTimer(timer, calendar, today)
  const before = process.cpuUsage()
  const times = Array.from({ length: 2_000 }, () => {
    const began = process.hrtime.bigint()
    shownTimer(timer, calendar, today)
    return Number(process.hrtime.bigint() - began) / 1e6
  }).toSorted((a, b) => a - b)
  const { user, system } = process.cpuUsage(before)
  return { p50: at(times, 1_000), p95: at(times, 1_900), cpu: (user + system) / times.length / 1000 }
}

async function perSecond(run: (number: number) => Promise<void>): Promise<number> {
  const began = process.hrtime.bigint()
  let next = 0
  const worker = async (): Promise<void> => {
    for (let number = next++; number < rounds; number = next++) await run(number)
  }
  await Promise.all(Array.from({ length: atATime }, worker))
  return Math.round(rounds / (Number(process.hrtime.bigint() - began) / 1e9))
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError(`nothing at ${index}`)
  return found
}
