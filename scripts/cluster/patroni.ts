import { setTimeout as pause } from 'node:timers/promises'
import { databases, type Machine, machineNamed, ports } from './layout.ts'

/** One database as the members of the cluster see it. */
export interface Member {
  readonly name: string
  readonly role: 'leader' | 'sync_standby' | 'replica' | 'standby_leader'
  readonly state: string
  readonly timeline?: number
  readonly lag?: number | string
}

/** The members, asked of whichever answers first; none while no majority of etcd is there. */
export async function findMembers(): Promise<readonly Member[]> {
  for (const { address } of databases) {
    const response = await fetch(`http://${address}:${ports.patroni}/cluster`, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined)
    if (response?.ok !== true) continue
    const { members } = (await response.json()) as { readonly members: readonly Member[] }
    return members
  }
  return []
}

/** The database that takes writes now: the one that itself says so, since the list of members may be some seconds old. */
export async function findLeader(): Promise<Machine | undefined> {
  const found = await Promise.all(
    databases.map(async (machine) => {
      const response = await fetch(`http://${machine.address}:${ports.patroni}/primary`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
      await response?.body?.cancel()
      return response?.status === 200 ? machine : undefined
    }),
  )
  return found.find((machine) => machine !== undefined)
}

/** Waits until there is a primary and as many standbys stream from it as asked for, one of them waited for at each commit where that is the rule. */
export async function untilReplicated({ standbys, synchronous, withinMs = 120_000 }: { readonly standbys: number; readonly synchronous: boolean; readonly withinMs?: number }): Promise<Machine> {
  const until = performance.now() + withinMs
  while (performance.now() < until) {
    const members = await findMembers()
    const leader = members.find(({ role }) => role === 'leader')
    const streaming = members.filter(({ role, state }) => role !== 'leader' && (state === 'running' || state === 'streaming'))
    if (leader?.state === 'running' && streaming.length >= standbys && (!synchronous || members.some(({ role }) => role === 'sync_standby'))) return machineNamed(leader.name)
    await pause(250)
  }
  throw new Error(`the databases are not replicated after ${withinMs / 1000} s: ${JSON.stringify(await findMembers())}`)
}

/** Hands the lead over to the standby that has everything, in good order. Answers what Patroni said. */
export async function switchOver(): Promise<string> {
  const members = await findMembers()
  const leader = members.find(({ role }) => role === 'leader')
  const candidate = members.find(({ role }) => role === 'sync_standby') ?? members.find(({ role }) => role === 'replica')
  if (leader === undefined || candidate === undefined) throw new Error('there is nobody to hand over to')
  const response = await fetch(`http://${machineNamed(leader.name).address}:${ports.patroni}/switchover`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ leader: leader.name, candidate: candidate.name }),
    signal: AbortSignal.timeout(60_000),
  })
  const said = await response.text()
  if (!response.ok) throw new Error(`Patroni refused: ${said}`)
  return said
}
