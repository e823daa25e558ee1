import { performance } from 'node:perf_hooks'
import { buildApp } from '#app'
import { openDatabase } from '#kernel/db/pool.ts'
import { createClockGuard } from '#kernel/observability/clock-guard.ts'
import { openSession } from '#kernel/session/sessions.ts'
import { startJobs } from '#kernel/jobs/runner.ts'
import { createLog } from '#kernel/log/log.ts'
import { letTheLawAct, aSubmittedCase, foodApplication } from '#test/harness/cases.ts'
import { personCaller } from '#test/harness/callers.ts'
import { openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { createDoors } from '../../src/serve.ts'
import { type Drill, none } from './drill.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Those jobs that look every second are asked for every second. */
const timesAsked = 2
const jumps = [10 * dayMs, -10 * dayMs, dayMs, -dayMs, hourMs, -hourMs] as const

/**
 * Instants come from the machine that serves, so a machine whose clock was set wrong would let limits lapse early. It compares
 * itself with the database: while they differ by more than a minute it writes nothing and its jobs do nothing.
 */
export const clockJump: Drill = {
  id: 'R5',
  says: 'a machine whose clock jumps writes nothing and lets no limit lapse until it is right again; a minute is borne',
  size: { quick: 3, usual: 20 },
  async run(cases) {
    const office = await openTestOffice()
    try {
      for (let made = 1; made <= cases; made++) await aSubmittedCase(office)
      const faults: string[] = []
      for (const jump of jumps) faults.push(...(await jumped(office, jump)))
      if ((await statusOfWriting(office, 30_000)) !== 201) faults.push('half a minute was not borne')
      const events = await countEvents(office)
      await letTheLawAct(office, '2026-09-25')
      const early = (await countEvents(office)) - events
      return { counts: { cases, jumps: jumps.length }, faults, control: { broken: 'no comparison of the clocks', noticed: early > 0 ? [`the law acted ${early} times before its day`] : [] } }
    } finally {
      await office.close()
    }
  },
}

/** The office served by a machine whose clock is wrong by so much, while the database shows the time of the test. */
async function jumped(office: TestOffice, jumpMs: number): Promise<readonly string[]> {
  const events = await countEvents(office)
  const writing = await statusOfWriting(office, jumpMs)
  const reading = await statusOfReading(office, jumpMs)
  await workFor(office, jumpMs)
  const what = `with a clock wrong by ${jumpMs / hourMs} hours`
  return [
    ...none(writing === 503 ? 0 : 1, `writing that was answered ${writing} ${what}`),
    ...none(reading === 200 ? 0 : 1, `reading that was answered ${reading} ${what}`),
    ...none((await countEvents(office)) - events, `events that were written ${what}`),
  ]
}

function machine(office: TestOffice, jumpMs: number) {
  const clock = { now: () => new Date(office.clock.now().getTime() + jumpMs) }
  const guard = createClockGuard({ clock, databaseNow: async () => office.clock.now(), monotonic: () => performance.now() })
  const services = Object.defineProperty(Object.create(office.app.services) as typeof office.app.services, 'clock', { value: clock })
  return { app: buildApp(office.database.db, services), guard }
}

async function statusOfWriting(office: TestOffice, jumpMs: number): Promise<number> {
  const { app, guard } = machine(office, jumpMs)
  return ask(office, createDoors(app, undefined, { mustBeRight: guard.mustBeRight }), { method: 'POST', body: JSON.stringify(foodApplication()) })
}

async function statusOfReading(office: TestOffice, jumpMs: number): Promise<number> {
  const { guard } = machine(office, jumpMs)
  return ask(office, createDoors(office.app, undefined, { mustBeRight: guard.mustBeRight }), { method: 'GET' })
}

async function ask(office: TestOffice, doors: ReturnType<typeof createDoors>, init: { readonly method: string; readonly body?: string }): Promise<number> {
  const { token } = await openSession(office.app.db, await personCaller(office, 'zhang-xiaomei'), { kind: 'token', now: office.clock.now() })
  const answer = await doors.request('/api/v1/cases', { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } })
  return answer.status
}

/** Works the queue of such a machine until it was asked a few times whether it may act. */
async function workFor(office: TestOffice, jumpMs: number): Promise<void> {
  const { app, guard } = machine(office, jumpMs)
  const owner = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 2, asApplication: false })
  const { promise: askedEnough, resolve } = Promise.withResolvers<void>()
  let asked = 0
  const mayAct = async (): Promise<void> => {
    asked += 1
    if (asked === timesAsked) resolve()
    await guard.mustBeRight()
  }
  const runner = await startJobs({ pool: owner.pool, schema: 'yimen', jobs: app.jobs, context: app.jobContext, log: createLog('silent'), concurrency: 2, mayAct })
  await askedEnough
  await runner.stop()
  await owner.close()
}

async function countEvents(office: TestOffice): Promise<number> {
  const { rows } = await office.database.pool.query<{ count: string }>('SELECT count(*) AS count FROM matter_events')
  return Number(rows[0]?.count)
}
