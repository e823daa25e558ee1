import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'

/** How a server answered while the recompute ran beside it, in milliseconds. */
export interface ServerTimes {
  readonly requests: number
  readonly failed: number
  readonly p50: number
  readonly p95: number
}

const everyMs = 50
const path = '/api/v1/calendar/add?date=2026-09-07&days=20'

/** Starts a server and asks it twenty times a second until it is stopped. */
export async function startDoor(databaseUrl: string): Promise<{ stop(): Promise<ServerTimes> }> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'door-process.ts'), databaseUrl], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = (await once(server.stdout, 'data')) as [Buffer]
  const address = `http://127.0.0.1:${port.toString().trim()}${path}`
  const times: number[] = []
  const stopping = new AbortController()
  let failed = 0
  const ask = async (): Promise<void> => {
    const began = process.hrtime.bigint()
    const answer = await fetch(address).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) times.push(Number(process.hrtime.bigint() - began) / 1e6)
    else failed += 1
  }
  const asking = (async () => {
    const asked: Promise<void>[] = []
    while (!stopping.signal.aborted) {
      asked.push(ask())
      await setTimeout(everyMs)
    }
    await Promise.all(asked)
  })()
  return {
    stop: async () => {
      stopping.abort()
      await asking
      server.kill()
      const sorted = times.toSorted((a, b) => a - b)
      return { requests: sorted.length + failed, failed, p50: sorted[Math.floor(sorted.length * 0.5)] ?? 0, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 }
    },
  }
}
