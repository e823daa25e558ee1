import { chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ClusterOptions, coordinators, type Folders, type Machine, network, ports } from './layout.ts'
import { startOn } from './namespaces.ts'

/** Where Debian puts the programs of PostgreSQL 15. */
export const binFolder = '/usr/lib/postgresql/15/bin'

export interface Passwords {
  readonly superuser: string
  readonly replication: string
  readonly rewind: string
  readonly owner: string
  readonly web: string
}

/** Writes the machine's configuration; nothing runs yet. */
export function prepareDatabase(machine: Machine, folders: Folders, options: ClusterOptions & { readonly passwords: Passwords }): void {
  const folder = folders.of(machine)
  const { uid, gid } = statSync('/var/lib/postgresql')
  mkdirSync(folder, { recursive: true })
  // JSON is YAML.
  writeFileSync(join(folder, 'patroni.yml'), `${JSON.stringify(patroniConfig(machine, folder, options), null, 2)}\n`, { mode: 0o600 })
  for (const path of [folder, join(folder, 'patroni.yml')]) chownSync(path, uid, gid)
}

/** Starts Patroni, which starts PostgreSQL: as an empty cluster, as a copy of the primary, or where it stopped. */
export function startDatabase(machine: Machine, folders: Folders): void {
  startOn(machine, folders, { name: 'patroni', as: 'postgres', command: ['/usr/bin/patroni', join(folders.of(machine), 'patroni.yml')] })
}

function patroniConfig({ name, address }: Machine, folder: string, { synchronous, passwords }: ClusterOptions & { readonly passwords: Passwords }): unknown {
  return {
    scope: 'yimen',
    name,
    restapi: { listen: `${address}:${ports.patroni}`, connect_address: `${address}:${ports.patroni}` },
    etcd3: { hosts: coordinators.map((each) => `${each.address}:${ports.etcd}`) },
    bootstrap: { dcs: clusterRules(synchronous), initdb: [{ encoding: 'UTF8' }, { locale: 'C' }, 'data-checksums'] },
    postgresql: {
      listen: `${address}:${ports.postgres}`,
      connect_address: `${address}:${ports.postgres}`,
      data_dir: join(folder, 'postgres'),
      bin_dir: binFolder,
      pgpass: join(folder, 'pgpass'),
      authentication: {
        superuser: { username: 'postgres', password: passwords.superuser },
        replication: { username: 'replicator', password: passwords.replication },
        rewind: { username: 'rewinder', password: passwords.rewind },
      },
      pg_hba: ['local all all scram-sha-256', `host all all ${network.gateway}/${network.bits} scram-sha-256`, `host replication replicator ${network.gateway}/${network.bits} scram-sha-256`],
      parameters: { unix_socket_directories: folder },
    },
  }
}

/**
 * What all members obey; Patroni keeps it in etcd. `ttl` is the least that Patroni takes: so long after its last sign of life nobody
 * else may be primary. `primary_start_timeout` 0: a primary that crashed is not waited for where a standby can go on.
 */
function clusterRules(synchronous: boolean): unknown {
  return {
    ttl: 20,
    loop_wait: 5,
    retry_timeout: 5,
    primary_start_timeout: 0,
    synchronous_mode: synchronous,
    synchronous_mode_strict: synchronous,
    // A standby that waits for nobody may be promoted with a gap: the control of the drill, no way to run an office.
    maximum_lag_on_failover: synchronous ? 1_048_576 : 1_073_741_824,
    postgresql: {
      use_pg_rewind: true,
      parameters: { max_connections: 100, shared_buffers: '128MB', max_wal_size: '2GB', wal_keep_size: '512MB', wal_log_hints: 'on', autovacuum_naptime: '15s', synchronous_commit: 'on' },
    },
  }
}
