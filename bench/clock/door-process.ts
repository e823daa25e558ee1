// The running server beside the recompute: the doors of an office over the loaded database. It prints its port.
import process from 'node:process'
import { buildApp } from '#app'
import { openDatabase } from '#kernel/db/pool.ts'
import { listen } from '#kernel/http/listen.ts'
import { say } from '#kernel/log/say.ts'
import { fixedClock } from '#kernel/time/clock-source.ts'
import { testConfig } from '#test/harness/office.ts'
import { createServices } from '../../src/process.ts'
import { createDoors, loadBuilt } from '../../src/serve.ts'
import { today } from './load.ts'

const database = openDatabase({ url: process.argv[2] ?? '', schema: 'yimen', poolSize: 10, asApplication: true })
const app = buildApp(database.db, createServices(testConfig(), fixedClock(today)))
const { port } = await listen(createDoors(app, await loadBuilt()), { ...testConfig(), host: '127.0.0.1', port: 0 })
say(String(port))
