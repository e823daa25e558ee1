import { rmSync } from 'node:fs'
import pg from 'pg'
import { readConfig } from '#kernel/config/config.ts'
import { scratchFolder } from '#test/harness/office.ts'
import { checkOffice } from '../../src/check.ts'
import { balancer, type Folders, foldersIn, offices, ports } from '../../scripts/cluster/layout.ts'
import { bringUp, keptIn, takeDown } from '../../scripts/cluster/office-cluster.ts'
import { demoToken, environmentOf } from '../../scripts/cluster/office-machine.ts'
import type { Passwords } from '../../scripts/cluster/database-machine.ts'
import { storedCases } from './lost-answers.ts'

/** An office on a cluster of its own (scripts/cluster), for one drill. */
export interface ClusterOffice {
  readonly address: string
  readonly token: string
  readonly folders: Folders
  readonly passwords: Passwords
  /** Looks behind the application's back, at whoever HAProxy holds for the primary. */
  asOwner<Found>(look: (client: pg.Client) => Promise<Found>): Promise<Found>
  ledgerFaults(): Promise<readonly string[]>
}

export async function onCluster<Found>(synchronous: boolean, work: (office: ClusterOffice) => Promise<Found>): Promise<Found> {
  const root = scratchFolder()
  rmSync(root, { recursive: true })
  try {
    await bringUp({ root, synchronous }, () => undefined)
    return await work(officeIn(root))
  } finally {
    await takeDown(root)
  }
}

function officeIn(root: string): ClusterOffice {
  const folders = foldersIn(root)
  const { passwords } = keptIn(root)
  const config = readConfig({ ...environmentOf(folders, passwords), YIMEN_LOG: 'error' })
  const [first] = offices
  if (first === undefined) throw new Error('a cluster has a machine with a web server')
  return {
    address: `http://${balancer.address}:${ports.office}`,
    token: demoToken(first, 'person', folders),
    folders,
    passwords,
    asOwner: async (look) => {
      const client = new pg.Client({ connectionString: config.databaseUrl, options: '-c search_path=yimen' })
      client.on('error', () => undefined)
      await client.connect()
      return look(client).finally(() => client.end())
    },
    ledgerFaults: async () => {
      const lines: string[] = []
      return (await checkOffice(config, (line) => void lines.push(line))) ? [] : lines.slice(0, 2)
    },
  }
}

export async function casesIn(office: ClusterOffice): Promise<ReadonlySet<string>> {
  return new Set(await office.asOwner(storedCases))
}
