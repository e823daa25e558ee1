import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** The cost of one hash: memory is 128 · r · 2^logN bytes, time grows with p. */
interface ScryptCost {
  readonly logN: number
  readonly r: number
  readonly p: number
}

// OWASP Password Storage Cheat Sheet: N = 2^15, r = 8, p = 3 takes 32 MiB, which many sign-ins at once can afford.
const usualCost: ScryptCost = { logN: 15, r: 8, p: 3 }
const storedForm = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/

/** Hashes a password with scrypt (RFC 7914) and a random salt into a PHC string that carries its own parameters. */
export async function hashPassword(password: string, cost: ScryptCost = usualCost): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return `$scrypt$ln=${cost.logN},r=${cost.r},p=${cost.p}$${unpadded(salt)}$${unpadded(key)}`
}

/** Whether the password is the one that was hashed. Throws if the stored string is not of `hashPassword` or asks for more than 256 MiB. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [, logN, r, p, salt, key] = storedForm.exec(stored) ?? []
  if (!salt || !key) throw new Error('The stored password is not in the form $scrypt$…')
  const found = await derive(password, Buffer.from(salt, 'base64'), { logN: Number(logN), r: Number(r), p: Number(p) })
  return timingSafeEqual(found, Buffer.from(key, 'base64'))
}

/**
 * So many hashes at once, of the four threads that Node has for all slow work. A whole office that signs in at nine would fill them for a
 * quarter of a minute, and behind it would wait who opens a file, or a connection to the database, whose password is hashed there too.
 */
const mostAtOnce = 2
let running = 0
const waiting: (() => void)[] = []

async function derive(password: string, salt: Buffer, { logN, r, p }: ScryptCost): Promise<Buffer> {
  // NFKC (NIST SP 800-63B §5.1.1.2): the same password from another keyboard gives the same bytes.
  const text = password.normalize('NFKC')
  if (running === mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await new Promise((resolve, reject) => {
      scrypt(text, salt, 32, { N: 2 ** logN, r, p, maxmem: 2 ** 28 + 2 ** 20 }, (error, key) => (error ? reject(error) : resolve(key)))
    })
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
