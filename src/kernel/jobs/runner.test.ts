import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { z } from 'zod'
import { openDatabase } from '#kernel/db/pool.ts'
import type { Log } from '#kernel/log/log.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { defineJob } from './job.ts'
import { startJobs } from './runner.ts'

const office = await openTestOffice({ with: 'empty' })
const owner = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 3, asApplication: false })
after(async () => {
  await owner.close()
  await office.close()
})

test('work that waits in a table is looked for again and again, also after it failed, and the failure is told once', async () => {
  let runs = 0
  const faults: string[] = []
  const { promise: worked, resolve } = Promise.withResolvers<void>()
  const job = defineJob({
    name: 'errands.look',
    payload: z.object({}),
    everySecond: true,
    async run() {
      runs += 1
      if (runs < 3) throw new Error('away')
      resolve()
    },
  })
  const log = { ...office.app.services.log, error: (message: string) => void faults.push(message) } as Log
  const runner = await startJobs({ pool: owner.pool, schema: 'yimen', jobs: [job], context: office.app.jobContext, log, concurrency: 1 })
  await worked
  await runner.stop()
  assert.deepEqual(faults, ['job failed'])
})
