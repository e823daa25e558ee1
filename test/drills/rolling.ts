import { setTimeout as pause } from 'node:timers/promises'
import { offices } from '../../scripts/cluster/layout.ts'
import { missingForCluster } from '../../scripts/cluster/office-cluster.ts'
import { startPart, stopPart, untilReady } from '../../scripts/cluster/office-machine.ts'
import { switchOver, untilReplicated } from '../../scripts/cluster/patroni.ts'
import { rollOffices } from '../../scripts/cluster/roll.ts'
import { casesIn, type ClusterOffice, onCluster } from './cluster-office.ts'
import { type Drill, none } from './drill.ts'
import { compare, fileUntilAcknowledged, type Filing, newFiling, newTrouble, type Trouble } from './lost-answers.ts'

const writers = 4
const readers = 4

/** Web servers and workers restart one after the other, as in an upgrade, and then the primary hands over to its standby. */
export const rolling: Drill = {
  id: 'ROLLING',
  says: 'while web servers and workers of a cluster restart one after the other no request fails; while the primary hands over no reading fails, and what is written is done once when it is asked again under its key',
  size: { quick: 1, usual: 2 },
  missing: missingForCluster,
  async run(rounds) {
    return onCluster(true, async (office) => {
      const before = await casesIn(office)
      const restarts = await underLoad(office, () => inRounds(rounds, () => rollOffices(office.folders, office.passwords, () => undefined)))
      const switches = await underLoad(office, () => inRounds(rounds, handOver))
      const abandoned = await office.asOwner(abandonedJobs)
      const ledger = await office.ledgerFaults()
      const stored = [...(await casesIn(office))]
      const killed = await underLoad(office, () => killWebServers(office))
      const filings = [...restarts.filings, ...switches.filings]
      return {
        counts: { rounds, readings: restarts.readings + switches.readings, filings: filings.length, filingsAskedAgainInSwitches: sum(switches.trouble), slowestReadingMs: Math.round(Math.max(restarts.slowestMs, switches.slowestMs)) },
        faults: [...failures(restarts), ...none(switches.failedReadings.length, `failed readings in switches (${switches.failedReadings.slice(0, 3).join(', ')})`), ...switches.trouble.faults.slice(0, 3), ...none(abandoned, 'jobs that no worker ends'), ...compare(filings, stored, before), ...ledger],
        control: { broken: 'web servers that are killed without being drained', noticed: failures(killed) },
      }
    })
  },
}

async function inRounds(rounds: number, work: () => Promise<void>): Promise<void> {
  for (let round = 0; round < rounds; round++) await work()
}

async function handOver(): Promise<void> {
  await switchOver()
  await untilReplicated({ standbys: 2, synchronous: true })
}

async function killWebServers({ folders, passwords }: ClusterOffice): Promise<void> {
  for (const machine of offices) {
    await stopPart(machine, 'web', folders, 'SIGKILL')
    await pause(1_000)
    startPart(machine, 'web', folders, passwords)
    await untilReady(machine, folders)
  }
}

interface Outcome {
  readonly readings: number
  /** What came instead of 200. */
  readonly failedReadings: readonly string[]
  readonly slowestMs: number
  readonly filings: readonly Filing[]
  readonly trouble: Trouble
}

/** Some read and some file, from a second before `work` until a second after it. */
async function underLoad(office: ClusterOffice, work: () => Promise<void>): Promise<Outcome> {
  const trouble = newTrouble()
  const filings: Filing[] = []
  const failedReadings: string[] = []
  let [readings, slowestMs] = [0, 0]
  const stop = new AbortController()
  const file = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const filing = newFiling(office.token, true)
      filings.push(filing)
      await fileUntilAcknowledged(() => office.address, filing, trouble, () => 60_000)
    }
  }
  const read = async (place: number): Promise<void> => {
    for (let turn = place; !stop.signal.aborted; turn++) {
      const known = filings.find(({ numbers }) => numbers.length > 0)?.numbers[0]
      const path = turn % 2 === 0 || known === undefined ? '/' : `/api/v1/cases/${known}`
      const begun = performance.now()
      const got = await reading(`${office.address}${path}`, office.token)
      slowestMs = Math.max(slowestMs, performance.now() - begun)
      readings += 1
      if (got !== '200') failedReadings.push(`${path}: ${got}`)
    }
  }
  const running = [...Array.from({ length: writers }, file), ...Array.from({ length: readers }, (_, place) => read(place))]
  await pause(1_000)
  await work()
  await pause(1_000)
  stop.abort()
  await Promise.all(running)
  return { readings, failedReadings, slowestMs, filings, trouble }
}

async function reading(address: string, token: string): Promise<string> {
  try {
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(60_000) })
    await response.arrayBuffer()
    return String(response.status)
  } catch (fault) {
    return `broken (${String((fault as { readonly cause?: unknown }).cause ?? fault)})`
  }
}

/** Nobody may have to ask twice. */
function failures({ failedReadings, trouble }: Outcome): readonly string[] {
  return [...none(failedReadings.length, `failed readings (${failedReadings.slice(0, 3).join(', ')})`), ...none(sum(trouble), `filings that had to be asked again (${[...trouble.statuses.keys()].join(', ')})`), ...trouble.faults.slice(0, 3)]
}

function sum({ statuses }: Trouble): number {
  return [...statuses.values()].reduce((total, count) => total + count, 0)
}

/** Jobs that are held by a worker which is not there any more, or that were tried as often as a job is. */
async function abandonedJobs(client: { query<Row>(statement: string): Promise<{ readonly rows: readonly Row[] }> }): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`
    SELECT count(*)::int AS count FROM yimen_jobs._private_jobs WHERE attempts >= max_attempts OR locked_at < now() - interval '1 minute'`)
  return rows[0]?.count ?? 0
}
