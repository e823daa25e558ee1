import { sm2KeyPair } from '#kernel/crypto/sm2.ts'
import type { Config } from '#kernel/config/config.ts'
import { hasSecrets, missingSecrets, readSecrets } from '#kernel/config/secrets.ts'
import { publicKeysAt } from '#kernel/crypto/office-keys.ts'
import { type Db, openDatabase } from '#kernel/db/pool.ts'
import { type LedgerVerification, verificationLines } from '#kernel/ledger/verification.ts'
import { type VerifyOptions, verifyLedger } from '#kernel/ledger/verify.ts'
import { findForgedCertificate } from '#modules/certificates/index.ts'
import { verifyFigures } from '#modules/reporting/index.ts'
import { lifecycles } from './app.ts'
import { openServer } from './process.ts'

/** Verifies the whole ledger of a database and says what it found; true when nothing was touched; without the office's keys nothing can be said to be its own. */
export async function checkOffice(config: Config, say: (line: string) => void): Promise<boolean> {
  if (!hasSecrets(config.dataFolder)) {
    say(missingSecrets(config.dataFolder))
    return false
  }
  const { ownerUrl, server } = await openServer(config)
  const database = openDatabase({ url: ownerUrl, schema: config.schema, asApplication: true, patient: true })
  try {
    const { signingKey, formerSigningKeys } = readSecrets(config.dataFolder)
    const outcome = await verifyOffice(database.db, { publicKey: sm2KeyPair(signingKey).publicKey, formerKeys: formerSigningKeys, lifecycles })
    for (const line of verificationLines(outcome)) say(line)
    return outcome.ok
  } finally {
    await database.close()
    if (server?.adopted === false) await server.stop()
  }
}

/** Checks the ledger and then what the modules signed beside it: the certificates and the published figures. */
export async function verifyOffice(db: Db, options: VerifyOptions): Promise<LedgerVerification> {
  const outcome = await verifyLedger(db, options)
  if (!outcome.ok) return outcome
  const keysAt = (at: Date): readonly Buffer[] => publicKeysAt({ officeKey: options, formerOfficeKeys: options.formerKeys ?? [] }, at)
  const forged = await findForgedCertificate(db, keysAt)
  if (forged !== undefined) {
    const { matterId, identifier: certificateIdentifier } = forged
    return { ok: false, counts: outcome.counts, fault: { fault: 'certificate-false', ...(matterId !== null && { matterId }), certificateIdentifier } }
  }
  const figures = await verifyFigures(db, keysAt)
  const counts = { ...outcome.counts, ...figures.counts }
  return figures.touched === undefined ? { ok: true, counts } : { ok: false, counts, fault: figures.touched }
}
