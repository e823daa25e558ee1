import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { compileBulletin } from './operations/compile-bulletin.ts'
import { drawSample } from './operations/draw-sample.ts'
import { endPatrols } from './operations/end-patrols.ts'
import { openFromSignal } from './operations/open-from-signal.ts'
import { planPatrols } from './operations/plan-patrols.ts'

/** Hears every signal of every clock (S-03, S-13). Safe to run twice: a signal enters the register once. */
export const openFromSignalJob = defineJob({
  name: 'supervision.open-from-signal',
  payload: z.object({ signalId: z.uuid(), rung: z.string(), number: z.string(), kind: z.string(), leadUnitId: z.string().nullable(), reachedAt: z.iso.datetime() }),
  async run(context, signal) {
    await context.run(openFromSignal, signal)
  },
})

/** Before the halls open (S-04); days off draw nothing. */
export const planPatrolsJob = defineJob({
  name: 'supervision.plan-patrols',
  payload: z.object({}),
  schedule: '0 7 * * *',
  async run(context) {
    await context.run(planPatrols, {})
  },
})

export const endPatrolsJob = defineJob({
  name: 'supervision.end-patrols',
  payload: z.object({}),
  schedule: '0 20 * * *',
  async run(context) {
    await context.run(endPatrols, {})
  },
})

export const drawSampleJob = defineJob({
  name: 'supervision.draw-sample',
  payload: z.object({}),
  schedule: '0 8 * * 1',
  async run(context) {
    await context.run(drawSample, {})
  },
})

export const weeklyBulletinJob = defineJob({
  name: 'supervision.compile-weekly-bulletin',
  payload: z.object({}),
  schedule: '10 8 * * 1',
  async run(context) {
    await context.run(compileBulletin, { period: 'week' })
  },
})

export const monthlyBulletinJob = defineJob({
  name: 'supervision.compile-monthly-bulletin',
  payload: z.object({}),
  schedule: '20 8 1 * *',
  async run(context) {
    await context.run(compileBulletin, { period: 'month' })
  },
})

export const supervisionJobs = [openFromSignalJob, planPatrolsJob, endPatrolsJob, drawSampleJob, weeklyBulletinJob, monthlyBulletinJob] as const
