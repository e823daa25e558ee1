import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One machine of the cluster: a network namespace of this computer with an address of its own. */
export interface Machine {
  readonly name: string
  readonly address: string
}

/** The network that the machines share; `gateway` is this computer. */
export const network = { bridge: 'yimen-net', gateway: '10.77.0.1', bits: 24 } as const

/** Each runs Patroni and a PostgreSQL. Three, so that when one dies a standby is left that can be waited for. */
export const databases: readonly Machine[] = [1, 2, 3].map((place) => ({ name: `db${place}`, address: `10.77.0.${10 + place}` }))

/** Each runs a web server and a worker. */
export const offices: readonly Machine[] = [1, 2].map((place) => ({ name: `app${place}`, address: `10.77.0.${20 + place}` }))

/** HAProxy: before the primary, and before the web servers. */
export const balancer: Machine = { name: 'balancer', address: '10.77.0.30' }

/**
 * Each runs a member of etcd: three, so that a majority is left when one dies. Not on the machines of the databases: if etcd's own leader
 * died with the primary, etcd would give the primary's lease its full time again after electing another.
 */
export const coordinators: readonly Machine[] = [balancer, ...offices]

export const machines: readonly Machine[] = [...databases, balancer, ...offices]

export const ports = { postgres: 5432, patroni: 8008, etcd: 2379, etcdPeers: 2380, office: 8080 } as const

/** Everything that the cluster writes lies in one folder. */
export interface Folders {
  readonly root: string
  /** Configuration, data and logs of one machine. */
  of(machine: Machine): string
  /** `YIMEN_DATA` of all processes of the office: keys and files. */
  readonly office: string
}

export const usualFolder = join(tmpdir(), 'yimen-cluster')

export function foldersIn(root: string): Folders {
  return { root, of: ({ name }) => join(root, name), office: join(root, 'office') }
}

export function machineNamed(name: string): Machine {
  const machine = machines.find((each) => each.name === name)
  if (machine === undefined) throw new Error(`there is no machine "${name}": ${machines.map((each) => each.name).join(', ')}`)
  return machine
}

/** What sets up, and what it lets the standbys promise. */
export interface ClusterOptions {
  readonly root: string
  /** A commit is acknowledged when a standby has it on its disk too, and not at all while there is none. */
  readonly synchronous: boolean
}
