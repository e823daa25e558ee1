import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { type Drill, none } from './drill.ts'
import { compare, fileUntilAcknowledged, type Filing, newFiling, newTrouble, storedCases, type Trouble } from './lost-answers.ts'
import { ServedOffice } from './served-office.ts'
import { seededOrder } from '../durability/seeded-order.ts'

const writers = 8

/** PostgreSQL is stopped under load, politely and at once, and comes back; some answers are lost on the way. */
export const restart: Drill = {
  id: 'R3',
  says: 'while the database restarts callers hear 503 with Retry-After and never 500, and what is asked again under its key is done once',
  size: { quick: 4, usual: 20 },
  async run(rounds) {
    const office = await ServedOffice.start()
    try {
      const keyed = await underRestarts(office, rounds, true)
      const ledger = await office.ledgerFaults()
      const keyless = await underRestarts(office, Math.min(rounds, 6), false)
      return {
        counts: { restarts: rounds, filings: keyed.filed, refused503: keyed.trouble.statuses.get(503) ?? 0, answersLost: keyed.trouble.statuses.get(0) ?? 0, longestGapMs: Math.round(keyed.longestGapMs) },
        faults: [...keyed.faults, ...ledger, ...none(keyed.longestGapMs < 10_000 ? 0 : 1, 'gap of more than ten seconds')],
        control: { broken: 'no Idempotency-Key', noticed: keyless.faults.filter((fault) => fault.includes('nobody was told of')) },
      }
    } finally {
      await office.close()
    }
  },
}

interface Outcome {
  readonly filed: number
  readonly trouble: Trouble
  readonly longestGapMs: number
  readonly faults: readonly string[]
}

async function underRestarts(office: ServedOffice, rounds: number, keyed: boolean): Promise<Outcome> {
  const random = seededOrder(20_260_907)
  const before = new Set(await office.asOwner(storedCases))
  const trouble = newTrouble()
  const filings: Filing[] = []
  const stop = new AbortController()
  let longestGapMs = 0
  const running = Array.from({ length: writers }, async () => {
    while (!stop.signal.aborted) {
      const filing = newFiling(office.token('person'), keyed)
      filings.push(filing)
      // One in eight hangs up before the answer can be there, as a telephone in a tunnel does.
      await fileUntilAcknowledged(() => office.server.address, filing, trouble, () => (random(8) === 0 ? 5 + random(60) : 15_000))
    }
  })
  for (let round = 0; round < rounds; round++) {
    await pause(300 + random(500))
    await stopDatabase(office, round % 2 === 0 ? 'SIGINT' : 'SIGQUIT')
    const away = (await office.untilHealthy()) ?? 30_000
    longestGapMs = Math.max(longestGapMs, away)
  }
  await pause(300)
  stop.abort()
  await Promise.all(running)
  return { filed: filings.length, trouble, longestGapMs, faults: [...trouble.faults.slice(0, 3), ...compare(filings, await office.asOwner(storedCases), before)] }
}

/** A fast (SIGINT) or immediate (SIGQUIT) shutdown (PostgreSQL manual, 18.5). The program starts it again, so what is waited for is the end of this very process. */
async function stopDatabase({ server }: ServedOffice, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  const postmaster = Number.parseInt(readFileSync(join(server.database.folder, 'cluster/postmaster.pid'), 'utf8'), 10)
  process.kill(postmaster, signal)
  for (let look = 1; look <= 3_000 && lives(postmaster); look++) await pause(10)
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
