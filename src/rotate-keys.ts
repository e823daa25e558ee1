import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { openServer } from './process.ts'
import type { Config } from '#kernel/config/config.ts'
import { hasSecrets, readSecrets, replaceSecrets, type Secrets } from '#kernel/config/secrets.ts'
import { newSm2KeyPair, sm2KeyPair } from '#kernel/crypto/sm2.ts'
import { type Db, openDatabase } from '#kernel/db/pool.ts'
import { systemClock } from '#kernel/time/clock-source.ts'
import { rewrapKeys } from '#kernel/vault/rewrap.ts'

/**
 * Gives the office a new signing key and a new master key of personal data, while no process of it runs: one that went on with
 * the old keys would sign what nobody accepts. The new keys are on the disk, beside what is still needed of the old ones,
 * before anything is wrapped with them, so that a crash at any point leaves an office that opens everything; running it again completes it.
 */
export async function rotateKeys(config: Config, say: (line: string) => void): Promise<void> {
  if (!hasSecrets(config.dataFolder)) throw new Error(`${config.dataFolder} has no secrets.json: there are no keys to rotate`)
  const { ownerUrl, server } = await openServer(config)
  const database = openDatabase({ url: ownerUrl, schema: config.schema, poolSize: 1, asApplication: true, patient: true })
  try {
    await refuseRunningOffice(database.db)
    const rotated = withNewKeys(readSecrets(config.dataFolder), await lastSignedAt(database.db, systemClock.now()))
    replaceSecrets(config.dataFolder, rotated)
    const wrapped = await rewrapKeys(database.db, rotated)
    say(`new signing key ${sm2KeyPair(rotated.signingKey).publicKey.toString('hex')}; the keys of ${wrapped} subjects wrapped anew`)
  } finally {
    await database.close()
    if (server?.adopted === false) await server.stop()
  }
}

async function refuseRunningOffice(db: Db): Promise<void> {
  const { rows } = await sql<{ others: number }>`
    SELECT count(*) AS others FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename IS NOT NULL`.execute(db)
  const others = rows[0]?.others ?? 0
  if (others > 0) throw new Error(`the database has ${others} other connections: stop every process of the office first`)
}

/** Until when the old key signed: now, or later where a clock ran ahead. */
async function lastSignedAt(db: Db, now: Date): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    SELECT greatest(${now}::timestamptz, (SELECT max(at) FROM matter_events), (SELECT max(signed_at) FROM checkpoints), (SELECT max(issued_at) FROM documents)) AS at`.execute(db)
  return rows[0]?.at ?? now
}

function withNewKeys(secrets: Secrets, retiredAt: Date): Secrets {
  const { publicKey } = sm2KeyPair(secrets.signingKey)
  return {
    ...secrets,
    personalDataKey: randomBytes(32),
    formerPersonalDataKeys: [secrets.personalDataKey, ...secrets.formerPersonalDataKeys],
    signingKey: newSm2KeyPair().privateKey,
    formerSigningKeys: [{ publicKey, retiredAt }, ...secrets.formerSigningKeys],
  }
}
