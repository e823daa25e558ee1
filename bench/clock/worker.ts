// The process that recomputes: the job of the queue, run until nothing is left. It prints what it used, as one line of JSON.
import process from 'node:process'
import { buildApp } from '#app'
import { recomputeDueDatesJob } from '#kernel/calendar/jobs.ts'
import { openDatabase } from '#kernel/db/pool.ts'
import { say } from '#kernel/log/say.ts'
import { fixedClock } from '#kernel/time/clock-source.ts'
import { testConfig } from '#test/harness/office.ts'
import { createServices } from '../../src/process.ts'
import { today } from './load.ts'

const database = openDatabase({ url: process.argv[2] ?? '', schema: 'yimen', poolSize: 4, asApplication: true })
const app = buildApp(database.db, createServices(testConfig(), fixedClock(today)))
const before = process.cpuUsage()
await recomputeDueDatesJob.run(app.jobContext(), {})
const { user, system } = process.cpuUsage(before)
say(JSON.stringify({ peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024), cpuSeconds: (user + system) / 1e6 }))
await database.close()
