import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Keys that never enter the database or the repository: 32 random bytes each, as hex in one file readable by its owner only. */
export interface Secrets {
  /** Wraps the key of every subject's personal data (SM4). */
  readonly personalDataKey: Buffer
  /** Earlier ones, newest first: they open what they sealed and seal nothing any more. */
  readonly formerPersonalDataKeys: readonly Buffer[]
  /** Key of the blind indexes over identity numbers and phones (HMAC-SM3). */
  readonly blindIndexKey: Buffer
  /** Private key of the office's SM2 signature. */
  readonly signingKey: Buffer
  /** Public halves of earlier ones (65 bytes), with the instant until which each signed. */
  readonly formerSigningKeys: readonly { readonly publicKey: Buffer; readonly retiredAt: Date }[]
}

const names = ['personalDataKey', 'blindIndexKey', 'signingKey'] as const

function fileOf(dataFolder: string): string {
  return join(dataFolder, 'secrets.json')
}

/** Whether this data folder has its keys. */
export function hasSecrets(dataFolder: string): boolean {
  return existsSync(fileOf(dataFolder))
}

/** What to tell an operator whose database has lost its keys. */
export function missingSecrets(dataFolder: string): string {
  return `${fileOf(dataFolder)} is missing, and the database holds what was sealed with its keys: put the file back from the backup (new keys would open nothing of it)`
}

/** Reads `secrets.json` of the data folder, or makes it on the first start. Two processes that start at once end up with the same file. */
export function readSecrets(dataFolder: string): Secrets {
  mkdirSync(dataFolder, { recursive: true })
  const file = fileOf(dataFolder)
  const fresh = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('hex')]))
  try {
    writeFileSync(file, JSON.stringify(fresh, null, 2), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored
  const key = (name: (typeof names)[number]): Buffer => bytes(stored[name], 32, `${file}: ${name}`)
  return {
    personalDataKey: key('personalDataKey'),
    formerPersonalDataKeys: (stored.formerPersonalDataKeys ?? []).map((hex) => bytes(hex, 32, `${file}: formerPersonalDataKeys`)),
    blindIndexKey: key('blindIndexKey'),
    signingKey: key('signingKey'),
    formerSigningKeys: (stored.formerSigningKeys ?? []).map(({ publicKey, retiredAt }) => ({ publicKey: bytes(publicKey, 65, `${file}: formerSigningKeys`), retiredAt: new Date(retiredAt) })),
  }
}

/** Puts other keys in place of the stored ones: written beside the file, synced and renamed, so that a crash leaves the old file or the new. */
export function replaceSecrets(dataFolder: string, secrets: Secrets): void {
  const hex = (key: Buffer): string => key.toString('hex')
  const stored: Required<Stored> = {
    personalDataKey: hex(secrets.personalDataKey),
    formerPersonalDataKeys: secrets.formerPersonalDataKeys.map(hex),
    blindIndexKey: hex(secrets.blindIndexKey),
    signingKey: hex(secrets.signingKey),
    formerSigningKeys: secrets.formerSigningKeys.map(({ publicKey, retiredAt }) => ({ publicKey: hex(publicKey), retiredAt: retiredAt.toISOString() })),
  }
  const draft = `${fileOf(dataFolder)}.new`
  const file = openSync(draft, 'w', 0o600)
  try {
    writeFileSync(file, JSON.stringify(stored, null, 2))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, fileOf(dataFolder))
}

/** The file as it lies on the disk: bytes in hexadecimal, instants as ISO text. */
interface Stored {
  readonly personalDataKey?: string
  readonly formerPersonalDataKeys?: readonly string[]
  readonly blindIndexKey?: string
  readonly signingKey?: string
  readonly formerSigningKeys?: readonly { readonly publicKey: string; readonly retiredAt: string }[]
}

function bytes(hex: unknown, length: number, where: string): Buffer {
  if (typeof hex !== 'string' || hex.length !== 2 * length || !/^[0-9a-f]*$/.test(hex)) throw new Error(`${where} is not ${2 * length} hex digits`)
  return Buffer.from(hex, 'hex')
}
