// The process that recomputes: the job of the queue, run until nothing is left. It prints what it used, as one line of JSON.
import { enableCompileCache } from 'node:module'
import process from 'node:process'

// As the worker of the office does (src/main.ts), before anything else is loaded.
enableCompileCache()
const { buildApp } = await import('#app')
const { recomputeDueDatesJob } = await import('#kernel/calendar/jobs.ts')
const { openDatabase } = await import('#kernel/db/pool.ts')
const { say } = await import('#kernel/log/say.ts')
const { fixedClock } = await import('#kernel/time/clock-source.ts')
const { testConfig } = await import('#test/harness/office.ts')
const { createServices } = await import('../../src/process.ts')
const { today } = await import('./load.ts')

const database = openDatabase({ url: process.argv[2] ?? '', schema: 'yimen', poolSize: 4, asApplication: true })
const app = buildApp(database.db, createServices(testConfig(), fixedClock(today)))
const before = process.cpuUsage()
await recomputeDueDatesJob.run(app.jobContext(), {})
const { user, system } = process.cpuUsage(before)
say(JSON.stringify({ peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024), cpuSeconds: (user + system) / 1e6 }))
await database.close()
