import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { say } from './say.mjs'

const POLL_MS = 100

/**
 * Runs `work` while this process alone holds `.tmp/setup.lock` of the project. `wx` creates the file only if it is
 * absent, so two set-ups cannot both hold it; a lock whose process is gone is taken over.
 */
export async function withLock(root, work) {
  const path = join(root, '.tmp', 'setup.lock')
  mkdirSync(join(root, '.tmp'), { recursive: true })
  let waited = false
  while (!tryTake(path)) {
    if (!waited) say('another set-up is running here; waiting for it')
    waited = true
    await delay(POLL_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function tryTake(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (cause) {
    if (cause.code !== 'EEXIST') throw cause
    if (isAbandoned(path)) rmSync(path, { force: true })
    return false
  }
}

function isAbandoned(path) {
  const owner = Number(readIfPresent(path))
  // An empty file belongs to a process between creating and writing it: alive.
  if (!owner) return false
  try {
    process.kill(owner, 0)
    return false
  } catch (cause) {
    return cause.code === 'ESRCH'
  }
}

function readIfPresent(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
