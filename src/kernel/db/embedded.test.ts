import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { startEmbedded } from './embedded.ts'

test('a second program takes over a running server once it is ready, not while it still starts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-embedded-'))
  const server = await startEmbedded(folder)
  try {
    const pidFile = join(server.folder, 'cluster/postmaster.pid')
    const lines = readFileSync(pidFile, 'utf8').split('\n')
    const say = (state: string): void => writeFileSync(pidFile, lines.with(7, state.padEnd(8)).join('\n'))
    assert.equal(lines[7]?.trim(), 'ready')
    say('starting')
    let taken = false
    const second = startEmbedded(folder).finally(() => (taken = true))
    for (let visit = 1; visit <= 20; visit++) {
      const client = new pg.Client(server.databaseUrl('postgres'))
      await client.connect()
      await client.end()
    }
    assert.equal(taken, false)
    say('ready')
    assert.deepEqual([(await second).adopted, (await second).port], [true, server.port])
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
