import { createHash } from 'node:crypto'
import { type Caller, law, type SystemCaller } from '#kernel/access/caller.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import type { Job, JobContext } from '#kernel/jobs/job.ts'
import { officeSchedule } from '#kernel/jobs/schedule.ts'
import { type Day, instantAtStartOf } from '#kernel/time/day.ts'
import type { App } from '../../app.ts'
import { actOptions } from './people.ts'

/** What nobody but the office itself does, at an instant of the day. */
export interface LawStep {
  readonly at: Date
  /** Answers how often the office acted. */
  apply(): Promise<number>
}

/** The jobs by which clocks and calendars act on matters, and the roll-ups of every night; those that send messages or tidy up change no matter and no figure. */
const actingJobs = [
  'reporting.keep-rollups',
  'certificates.mark-expired',
  'disclosure.lapse-overdue',
  'disclosure.open-annual-reports',
  'publication.tend-records',
  'supervision.plan-patrols',
  'supervision.draw-sample',
  'supervision.compile-weekly-bulletin',
  'supervision.compile-monthly-bulletin',
  'grid.remind-shelved',
  'hotline.urge-overdue',
  'supervision.end-patrols',
  'cases.resume-lapsed-stops',
  'cases.apply-lapsed-clocks',
  'kernel.raise-signals',
] as const

/** As the queue calls it. */
const job: SystemCaller = { kind: 'system', name: 'job' }

const minuteMs = 60_000
const lastMinute = 24 * 60 - 1

/** All that the office does by itself on a day, in order: each job at its hour, those that look every few minutes once at the end (C-01, C-13, C-18, H-08, G-06, S-02 to S-04). */
export function lawOf(app: App, seed: string, day: Day): readonly LawStep[] {
  const steps = actingJobs.flatMap((name) => {
    const found = app.jobs.find((candidate) => candidate.name === name)
    if (found?.schedule === undefined) throw new Error(`the job ${name} is gone`)
    const at = instantOf(found.schedule, day)
    return at === undefined ? [] : [{ at, apply: async () => (await runJob(app, seed, found, at)) + (name === 'kernel.raise-signals' ? await enterSignals(app, seed, at) : 0) }]
  })
  return steps.toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

/** When a crontab line lets a job run on a day; more than once a day counts as its last minute. */
function instantOf(schedule: string, day: Day): Date | undefined {
  const isDue = officeSchedule(schedule, { now: () => instantAtStartOf(day) })
  const instants = Array.from({ length: lastMinute + 1 }, (_, minute) => instantAtStartOf(day, minute * minuteMs)).filter((at) => isDue({ min: at.getUTCMinutes(), hour: at.getUTCHours(), date: at.getUTCDate(), month: at.getUTCMonth() + 1, dow: at.getUTCDay() }))
  return instants.length > 1 ? endOf(day) : instants[0]
}

/** The last minute of a day. */
export function endOf(day: Day): Date {
  return instantAtStartOf(day, lastMinute * minuteMs)
}

async function runJob(app: App, seed: string, task: Job, at: Date): Promise<number> {
  const seen = new Map<string, number>()
  let count = 0
  const run = async (operation: Operation, input: unknown, caller: Caller = job): Promise<unknown> => {
    if (operation.kind === 'query') return app.run(operation, caller, input, { now: at })
    // By what is done and not by how often: after a stop in the middle of it the rest is done as it would have been.
    const deed = `law:${at.getTime()}:${operation.name}:${createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 32)}`
    const time = (seen.get(deed) ?? 0) + 1
    seen.set(deed, time)
    count += 1
    return app.run(operation, caller, input, actOptions(seed, `${deed}:${time}`, at))
  }
  await task.run({ ...app.jobContext(), now: at, run: run as JobContext['run'] }, {})
  return count
}

/** Enters the yellow and red signals that were raised at an instant into the register of findings: in a real office the queue does. */
async function enterSignals(app: App, seed: string, at: Date): Promise<number> {
  const raised = [...(await signalsOf(app, 'red', at)), ...(await signalsOf(app, 'yellow', at))].toSorted((one, other) => (one.id < other.id ? -1 : 1))
  for (const { id: signalId, rung, number, kind, unitId, reachedAt } of raised) {
    const signal = { signalId, rung, number, kind, leadUnitId: unitId, reachedAt: new Date(reachedAt).toISOString() }
    await app.call('supervision.open-from-signal', law, signal, actOptions(seed, `law:signal:${signalId}`, at))
  }
  return raised.length
}

async function signalsOf(app: App, rung: 'red' | 'yellow', at: Date): Promise<Awaited<ReturnType<typeof listSignals>>['items']> {
  const found = []
  for (let cursor: string | undefined; ; ) {
    const { items, nextCursor } = await listSignals(app, rung, cursor)
    const raised = items.filter(({ firedAt }) => Date.parse(firedAt) === at.getTime())
    found.push(...raised)
    if (nextCursor === null || raised.length < items.length) return found
    cursor = nextCursor
  }
}

function listSignals(app: App, rung: 'red' | 'yellow', cursor: string | undefined) {
  return app.call('kernel.list-signals', law, { rung, limit: 100, ...(cursor !== undefined && { cursor }) })
}

/** Folds the events of the day into the tree and signs its root; returns how many there were. */
export async function foldEvents(app: App, at: Date): Promise<number> {
  let folded = 0
  for (;;) {
    const { added, more } = await app.call('kernel.make-checkpoint', law, {}, { now: at })
    folded += added
    if (!more) return folded
  }
}
