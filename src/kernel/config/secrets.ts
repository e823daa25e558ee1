import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Keys that never enter the database or the repository: 32 random bytes each, as hex in one file readable by its owner only. */
export interface Secrets {
  /** Wraps the key of every subject's personal data (SM4). */
  readonly personalDataKey: Buffer
  /** Key of the blind indexes over identity numbers and phones (HMAC-SM3). */
  readonly blindIndexKey: Buffer
  /** Private key of the office's SM2 signature. */
  readonly signingKey: Buffer
}

const names = ['personalDataKey', 'blindIndexKey', 'signingKey'] as const

/** Reads `secrets.json` of the data folder, or makes it on the first start. Two processes that start at once end up with the same file. */
export function readSecrets(dataFolder: string): Secrets {
  mkdirSync(dataFolder, { recursive: true })
  const file = join(dataFolder, 'secrets.json')
  const fresh = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('hex')]))
  try {
    writeFileSync(file, JSON.stringify(fresh, null, 2), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  const key = (name: (typeof names)[number]): Buffer => {
    const hex = stored[name]
    if (typeof hex !== 'string' || !/^[0-9a-f]{64}$/.test(hex)) throw new Error(`${file}: ${name} is not 64 hex digits`)
    return Buffer.from(hex, 'hex')
  }
  return { personalDataKey: key('personalDataKey'), blindIndexKey: key('blindIndexKey'), signingKey: key('signingKey') }
}
