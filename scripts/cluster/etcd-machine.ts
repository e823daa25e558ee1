import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { coordinators, type Folders, type Machine, ports } from './layout.ts'
import { startOn } from './namespaces.ts'

/** Starts a member of etcd, a new one or where it stopped. */
export function startEtcd(machine: Machine, folders: Folders): void {
  const data = join(folders.of(machine), 'etcd')
  const { uid, gid } = statSync('/var/lib/postgresql')
  mkdirSync(data, { recursive: true })
  chmodSync(data, 0o700)
  chownSync(data, uid, gid)
  startOn(machine, folders, { name: 'etcd', as: 'postgres', command: etcdCommand(machine, data) })
}

/** A heartbeat of 200 ms rather than 100: an etcd that waits for a busy disk must not be taken for dead. Patroni bears an election of less than its `retry_timeout`. */
function etcdCommand({ name, address }: Machine, data: string): readonly string[] {
  const clients = `http://${address}:${ports.etcd}`
  const peers = `http://${address}:${ports.etcdPeers}`
  const members = coordinators.map((each) => `${each.name}=http://${each.address}:${ports.etcdPeers}`).join(',')
  return [
    '/usr/bin/etcd', '--name', name, '--data-dir', data, '--listen-client-urls', clients, '--advertise-client-urls', clients, '--listen-peer-urls', peers,
    '--initial-advertise-peer-urls', peers, '--initial-cluster', members, '--initial-cluster-token', 'yimen', '--heartbeat-interval', '200', '--election-timeout', '2000', '--logger', 'zap',
  ]
}

/** How many members see a majority. */
export async function healthyEtcds(): Promise<number> {
  const answers = await Promise.all(coordinators.map(({ address }) => fetch(`http://${address}:${ports.etcd}/health`, { signal: AbortSignal.timeout(2_000) }).then((response) => response.ok, () => false)))
  return answers.filter(Boolean).length
}
