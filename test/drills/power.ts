import { setTimeout as pause } from 'node:timers/promises'
import { type Drill, none } from './drill.ts'
import { compare, fileUntilAcknowledged, type Filing, newFiling, newTrouble, storedCases } from './lost-answers.ts'
import { ServedOffice } from './served-office.ts'
import { seededOrder } from '../durability/seeded-order.ts'

const writers = 8

/** Every process of PostgreSQL is killed at a moment of its own under load, as when the power fails for it alone. */
export const power: Drill = {
  id: 'R2',
  says: 'when every process of the database is killed under load nothing that was acknowledged is lost',
  size: { quick: 4, usual: 15 },
  async run(rounds) {
    const office = await ServedOffice.start()
    try {
      const durable = await underKills(office, rounds)
      const ledger = await office.ledgerFaults()
      await office.asOwner(async (client) => {
        for (const setting of ["synchronous_commit = 'off'", "wal_writer_delay = '10s'", "wal_writer_flush_after = '1GB'"]) await client.query(`ALTER SYSTEM SET ${setting}`)
        await client.query('SELECT pg_reload_conf()')
      })
      const hasty = await killUnwritten(office)
      return {
        counts: { kills: rounds, acknowledged: durable.acknowledged, slowestRecoveryMs: Math.round(durable.slowestMs) },
        faults: [...durable.faults, ...ledger, ...none(durable.slowestMs < 30_000 ? 0 : 1, 'recovery that took half a minute')],
        control: { broken: 'synchronous_commit = off, killed while what was acknowledged is not on the disk yet', noticed: hasty.filter((fault) => fault.includes('lost')) },
      }
    } finally {
      await office.close()
    }
  },
}

/** A case weighs more than this in the log, so its commit is among what is not written yet. */
const unwrittenBytes = 16_384

/** Files cases until the database itself says that the newest are not on its disk, and kills it then: no chance is left to it. */
async function killUnwritten(office: ServedOffice): Promise<readonly string[]> {
  const before = new Set(await office.asOwner(storedCases))
  const trouble = newTrouble()
  const filings: Filing[] = []
  for (let unwritten = 0; unwritten < unwrittenBytes && filings.length < 200; ) {
    const filing = newFiling(office.token('person'), true)
    filings.push(filing)
    await fileUntilAcknowledged(() => office.server.address, filing, trouble, () => 15_000)
    unwritten = await office.asOwner(async (client) => Number((await client.query<{ bytes: string }>('SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), pg_current_wal_flush_lsn()) AS bytes')).rows[0]?.bytes))
  }
  office.server.killDatabase()
  await office.untilHealthy()
  return compare(filings, await office.asOwner(storedCases), before)
}

interface Outcome {
  readonly acknowledged: number
  readonly slowestMs: number
  readonly faults: readonly string[]
}

async function underKills(office: ServedOffice, rounds: number): Promise<Outcome> {
  const random = seededOrder(20_260_907)
  const before = new Set(await office.asOwner(storedCases))
  const trouble = newTrouble()
  const filings: Filing[] = []
  let slowestMs = 0
  for (let round = 0; round < rounds; round++) {
    const stop = new AbortController()
    const running = Array.from({ length: writers }, async () => {
      while (!stop.signal.aborted) {
        const filing = newFiling(office.token('person'), true)
        filings.push(filing)
        await fileUntilAcknowledged(() => office.server.address, filing, trouble, () => 15_000)
      }
    })
    await pause(300 + random(600))
    office.server.killDatabase()
    slowestMs = Math.max(slowestMs, (await office.untilHealthy()) ?? 30_000)
    stop.abort()
    await Promise.all(running)
  }
  return { acknowledged: filings.length, slowestMs, faults: [...trouble.faults.slice(0, 3), ...compare(filings, await office.asOwner(storedCases), before)] }
}
