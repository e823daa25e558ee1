import { sm2KeyPair } from '#kernel/crypto/sm2.ts'
import type { Config } from '#kernel/config/config.ts'
import { readSecrets } from '#kernel/config/secrets.ts'
import { openDatabase } from '#kernel/db/pool.ts'
import { verificationLines } from '#kernel/ledger/verification.ts'
import { verifyLedger } from '#kernel/ledger/verify.ts'
import { lifecycles } from './app.ts'
import { openServer } from './process.ts'

/** Verifies the whole ledger of a database and says what it found; true when nothing was touched. */
export async function checkOffice(config: Config, say: (line: string) => void): Promise<boolean> {
  const { ownerUrl, server } = await openServer(config)
  const database = openDatabase({ url: ownerUrl, schema: config.schema, asApplication: true, patient: true })
  try {
    const { publicKey } = sm2KeyPair(readSecrets(config.dataFolder).signingKey)
    const outcome = await verifyLedger(database.db, { publicKey, lifecycles })
    for (const line of verificationLines(outcome)) say(line)
    return outcome.ok
  } finally {
    await database.close()
    if (server?.adopted === false) await server.stop()
  }
}
