import { setTimeout as pause } from 'node:timers/promises'
import { type Drill, inParallel, none } from './drill.ts'
import { compare, fileUntilAcknowledged, type Filing, newFiling, newTrouble, storedCases, type Trouble } from './lost-answers.ts'
import { ServedOffice } from './served-office.ts'
import { seededOrder } from '../durability/seeded-order.ts'

/** Impatient people press the button again and again, and in the middle the program is killed. */
export const duplicates: Drill = {
  id: 'R6',
  says: 'each of many filings sent one to five times, 32 at once, across a kill of the program, is one case with one and the same answer',
  size: { quick: 120, usual: 2_000 },
  async run(count) {
    const office = await ServedOffice.start()
    try {
      const keyed = await pressAgain(office, count, { keyed: true, kill: true })
      const ledger = await office.ledgerFaults()
      const keyless = await pressAgain(office, Math.min(60, count), { keyed: false, kill: false })
      const faults = [...keyed.faults, ...ledger, ...none(keyed.killed ? 0 : 1, 'kill that did not happen under load')]
      return { counts: { filings: count, sent: keyed.sent, answersLost: keyed.lost }, faults, control: { broken: 'no Idempotency-Key', noticed: keyless.faults } }
    } finally {
      await office.close()
    }
  },
}

interface Pressed {
  readonly sent: number
  readonly lost: number
  readonly killed: boolean
  readonly faults: readonly string[]
}

async function pressAgain(office: ServedOffice, count: number, { keyed, kill }: { readonly keyed: boolean; readonly kill: boolean }): Promise<Pressed> {
  const random = seededOrder(20_260_907)
  const before = new Set(await office.asOwner(storedCases))
  const filings = Array.from({ length: count }, () => newFiling(office.token('person'), keyed))
  const presses = filings.flatMap((filing) => Array.from({ length: 1 + random(5) }, () => filing)).toSorted(() => random(3) - 1)
  const trouble = newTrouble()
  let done = 0
  const killing = kill ? killAfter(() => done >= presses.length / 2, office) : Promise.resolve(true)
  await inParallel(presses.length, 32, async (place) => {
    await fileUntilAcknowledged(() => office.server.address, presses[place] as Filing, trouble, () => 15_000)
    done += 1
  })
  const killed = await killing
  return { sent: presses.length, lost: lostIn(trouble), killed, faults: [...trouble.faults.slice(0, 3), ...compare(filings, await office.asOwner(storedCases), before)] }
}

/** Kills the program once `ready`, and starts it again. */
async function killAfter(ready: () => boolean, office: ServedOffice): Promise<boolean> {
  while (!ready()) await pause(5)
  await office.server.kill()
  await office.restart()
  return true
}

function lostIn({ statuses }: Trouble): number {
  return statuses.get(0) ?? 0
}
