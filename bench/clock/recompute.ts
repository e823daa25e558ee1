import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { systemClock } from '#kernel/time/clock-source.ts'
import type { TestOffice } from '#test/harness/office.ts'

export interface RecomputeTimes {
  readonly seconds: number
  readonly perSecond: number
  readonly counted: number
  readonly moved: number
  /** How many clocks were counted when the first worker was killed. */
  readonly countedWhenKilled: number
  readonly peakMegabytes: number
  readonly workerCpuSeconds: number
}

/** Publishes the notice of the next year, lets a worker begin, kills it at a third, and lets a second one finish. The wall time is of both. */
export async function measureRecompute(office: TestOffice, timers: number): Promise<RecomputeTimes> {
  const days = (first: Day, count: number): readonly Day[] => Array.from({ length: count }, (_, index) => addCalendarDays(first, index))
  const offDays = [...days('2027-01-01', 3).map((date) => ({ date, name: '元旦' })), ...days('2027-02-05', 8).map((date) => ({ date, name: '春节' }))]
  await office.call('kernel.publish-arrangement', { kind: 'system', name: 'loader' }, { arrangement: { year: 2027, notice: { title: '2027' }, offDays, workedDays: [], statutoryDays: [] } })
  const began = systemClock.now()
  const first = startWorker(office)
  const gone = once(first, 'exit')
  while (first.exitCode === null && (await counted(office)) < timers / 3) await setTimeout(50)
  first.kill('SIGKILL')
  await gone
  const countedWhenKilled = await counted(office)
  const second = startWorker(office)
  const [used] = await Promise.all([text(second.stdout), once(second, 'exit')])
  const seconds = (systemClock.now().getTime() - began.getTime()) / 1000
  const { recompute } = await office.call('kernel.list-due-date-moves', { kind: 'system', name: 'job' }, {})
  if (recompute === null || recompute.finishedAt === null) throw new Error('the recompute did not finish')
  const { peakMegabytes, cpuSeconds } = JSON.parse(used.trim() || '{"peakMegabytes":0,"cpuSeconds":0}') as { readonly peakMegabytes: number; readonly cpuSeconds: number }
  return { seconds, perSecond: Math.round(recompute.timers / seconds), counted: recompute.timers, moved: recompute.moved, countedWhenKilled, peakMegabytes, workerCpuSeconds: cpuSeconds }
}

async function counted(office: TestOffice): Promise<number> {
  const { recompute } = await office.call('kernel.list-due-date-moves', { kind: 'system', name: 'job' }, { limit: 1 })
  return recompute?.timers ?? 0
}

function startWorker(office: TestOffice) {
  return spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), office.ownerUrl], { stdio: ['ignore', 'pipe', 'inherit'] })
}
