import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { say } from './say.mjs'

const POLL_MS = 100
const LONGEST_SETUP_MS = 30 * 60_000

/**
 * Runs `work` while this process alone holds `.tmp/setup.lock` of the project. `wx` creates the file only if it is
 * absent, so two set-ups cannot both hold it; a lock whose process is gone, or that is older than any set-up, is taken over.
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
  try {
    if (Date.now() - statSync(path).mtimeMs > LONGEST_SETUP_MS) return true
    const owner = Number(readFileSync(path, 'utf8'))
    // An empty file belongs to a process between creating and writing it: alive.
    return owner !== 0 && !isRunning(owner)
  } catch (cause) {
    if (cause.code !== 'ENOENT') throw cause
    return false // given back a moment ago
  }
}

// A number may be given to another process after a restart; the age above covers that, and our own number is never the owner.
function isRunning(pid) {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause.code !== 'ESRCH'
  }
}
