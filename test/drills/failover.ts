import { setTimeout as pause } from 'node:timers/promises'
import { databases, type Machine, ports } from '../../scripts/cluster/layout.ts'
import { dropFrom, plugCable, powerOff, pullCable } from '../../scripts/cluster/namespaces.ts'
import { missingForCluster } from '../../scripts/cluster/office-cluster.ts'
import { findLeader, untilReplicated } from '../../scripts/cluster/patroni.ts'
import { powerOn } from '../../scripts/cluster/roll.ts'
import { casesIn, type ClusterOffice, onCluster } from './cluster-office.ts'
import { type Drill, none } from './drill.ts'
import { compare, fileUntilAcknowledged, type Filing, newFiling, newTrouble, type Trouble } from './lost-answers.ts'

const writers = 8
const mostSeconds = 30
/** So long the primary of the control is cut off from its standbys before it dies. */
const cutMs = 2_000

/** The machine of the primary dies, and then another one's cable is pulled: with Patroni, etcd and HAProxy, each on machines of their own. */
export const failover: Drill = {
  id: 'FAILOVER',
  says: 'when the machine of the primary loses its power under load, or only its network, a cluster under Patroni goes on by itself within thirty seconds, and nothing acknowledged is lost or doubled',
  size: { quick: 4, usual: 10 },
  missing: missingForCluster,
  async run(seconds) {
    const { power, cable, ledger } = await onCluster(true, (office) => bothFailures(office, seconds))
    const control = await onCluster(false, (office) => losing(office, { seconds, fails: loseUnsent }))
    return {
      counts: { acknowledged: power.filed + cable.filed, secondsAfterPowerFailure: power.gapSeconds, secondsAfterPulledCable: cable.gapSeconds, refused503: refused(power, cable), answersLost: broken(power, cable) },
      faults: [...power.faults, ...cable.faults, ...ledger, ...[power, cable].flatMap(({ gapSeconds }) => none(gapSeconds < mostSeconds ? 0 : 1, `silence of ${gapSeconds} s`))],
      control: { broken: 'standbys that nobody waits for (synchronous_mode off), whose line to the primary is cut before it dies', noticed: control.faults.filter((fault) => fault.includes('lost')) },
    }
  },
}

interface Loss {
  readonly filed: number
  readonly gapSeconds: number
  readonly trouble: Trouble
  readonly faults: readonly string[]
}

function refused(...losses: readonly Loss[]): number {
  return losses.reduce((sum, { trouble }) => sum + (trouble.statuses.get(503) ?? 0), 0)
}

function broken(...losses: readonly Loss[]): number {
  return losses.reduce((sum, { trouble }) => sum + (trouble.statuses.get(0) ?? 0), 0)
}

async function bothFailures(office: ClusterOffice, seconds: number): Promise<{ readonly power: Loss; readonly cable: Loss; readonly ledger: readonly string[] }> {
  const power = await losing(office, { seconds, fails: async (primary) => powerOff(primary), returns: (primary) => powerOn(primary, office.folders, office.passwords) })
  const cable = await losing(office, { seconds, fails: async (primary) => pullCable(primary), returns: async (primary) => plugCable(primary) })
  return { power, cable, ledger: await office.ledgerFaults() }
}

/** Acknowledged by the primary, and sent to nobody: then it dies. Its etcd hears the others all the while, or nobody could take its place. */
async function loseUnsent(primary: Machine): Promise<void> {
  for (const standby of databases) if (standby !== primary) dropFrom(primary, ports.postgres, standby)
  await pause(cutMs)
  powerOff(primary)
}

interface Failure {
  /** Of load before it and after. */
  readonly seconds: number
  readonly fails: (primary: Machine) => Promise<void>
  /** Brings it back; it must then follow whoever took its place. */
  readonly returns?: (primary: Machine) => Promise<void>
}

async function losing(office: ClusterOffice, { seconds, fails, returns }: Failure): Promise<Loss> {
  const before = await casesIn(office)
  const primary = await findLeader()
  if (primary === undefined) throw new Error('there is no primary')
  const filings: Filing[] = []
  const trouble = newTrouble()
  const acknowledgedAt: number[] = []
  const stop = new AbortController()
  const running = Array.from({ length: writers }, async () => {
    while (!stop.signal.aborted) {
      const filing = newFiling(office.token, true)
      filings.push(filing)
      await fileUntilAcknowledged(() => office.address, filing, trouble, () => 15_000)
      acknowledgedAt.push(performance.now())
    }
  })
  await pause(seconds * 1_000)
  await fails(primary)
  const failedAt = performance.now()
  await untilAnother(primary)
  await pause(seconds * 1_000)
  stop.abort()
  await Promise.all(running)
  const gapSeconds = longestGap(acknowledgedAt.filter((at) => at > failedAt), failedAt)
  const faults = [...trouble.faults.slice(0, 3), ...compare(filings, [...(await casesIn(office))], before)]
  if (returns !== undefined) {
    await returns(primary)
    await untilReplicated({ standbys: databases.length - 1, synchronous: true })
  }
  return { filed: filings.length, gapSeconds, trouble, faults }
}

async function untilAnother(primary: Machine): Promise<void> {
  for (let look = 1; look <= 600; look++) {
    const leader = await findLeader()
    if (leader !== undefined && leader !== primary) return
    await pause(100)
  }
  throw new Error('nobody took the place of the primary')
}

/** The longest time without an acknowledgement from an instant until now, in seconds. */
function longestGap(instants: readonly number[], from: number): number {
  const longest = [...instants, performance.now()].reduce((found, at, place, all) => Math.max(found, at - (all[place - 1] ?? from)), 0)
  return Math.round(longest / 100) / 10
}
