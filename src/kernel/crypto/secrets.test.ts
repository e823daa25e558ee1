import assert from 'node:assert/strict'
import { pbkdf2 } from 'node:crypto'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { blindIndex } from './blind-index.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { newToken, tokenHash } from './tokens.ts'

const key = Buffer.alloc(32, 3)
const cheap = { logN: 4, r: 8, p: 1 }

test('the same number typed in another way has the same blind index', () => {
  const expected = blindIndex(key, 'citizen-id', '11010519491231002X')
  for (const typed of ['11010519491231002x', ' 110105 19491231 002X ', '１１０１０５１９４９１２３１００２Ｘ', '110105-19491231-002X']) {
    assert.equal(blindIndex(key, 'citizen-id', typed), expected)
  }
})

test('another value, another field or another key has another blind index', () => {
  const expected = blindIndex(key, 'citizen-id', '13800000000')
  assert.match(expected, /^[0-9a-f]{64}$/)
  assert.notEqual(blindIndex(key, 'citizen-id', '13800000001'), expected)
  assert.notEqual(blindIndex(key, 'telephone', '13800000000'), expected)
  assert.notEqual(blindIndex(Buffer.alloc(32, 4), 'citizen-id', '13800000000'), expected)
  assert.throws(() => blindIndex(Buffer.alloc(16), 'citizen-id', '1'), RangeError)
})

test('a password verifies against its own hash and no other password does', async () => {
  const stored = await hashPassword('一门 2024', cheap)
  assert.match(stored, /^\$scrypt\$ln=4,r=8,p=1\$/)
  assert.equal(await verifyPassword('一门 2024', stored), true)
  assert.equal(await verifyPassword('一门 2025', stored), false)
  assert.equal(await verifyPassword('', stored), false)
})

test('a password typed in full-width letters is the same password', async () => {
  assert.equal(await verifyPassword('ａｂｃ', await hashPassword('abc', cheap)), true)
})

test('two people with the same password have different hashes', async () => {
  assert.notEqual(await hashPassword('same', cheap), await hashPassword('same', cheap))
})

test('the usual cost is OWASP’s 2^15, 8, 3', async () => {
  const stored = await hashPassword('x')
  assert.match(stored, /^\$scrypt\$ln=15,r=8,p=3\$/)
  assert.equal(await verifyPassword('x', stored), true)
})

test('a stored string that is damaged or asks for too much memory is a fault', async () => {
  const stored = await hashPassword('x', cheap)
  for (const damaged of ['', 'x'.repeat(10_000), stored.slice(0, -1), stored.replace('scrypt', 'md5'), stored.replace('ln=4', 'ln=30')]) {
    await assert.rejects(verifyPassword('x', damaged))
  }
})

test('tokens are 32 random bytes, and only their digest is stored', () => {
  const token = newToken()
  assert.match(token, /^[\w-]{43}$/)
  assert.notEqual(newToken(), token)
  assert.match(tokenHash(token), /^[0-9a-f]{64}$/)
  assert.notEqual(tokenHash(newToken()), tokenHash(token))
})

test('while an office signs in, other slow work is not kept waiting until the last password was checked', async () => {
  const stored = await hashPassword('yimen-demo', { logN: 12, r: 8, p: 1 })
  const ended: string[] = []
  const note = (what: string) => (): void => void ended.push(what)
  const signIns = Array.from({ length: 24 }, () => verifyPassword('yimen-demo', stored).then(note('password')))
  // What a new connection to the database does for its own password (RFC 5802).
  const connection = promisify(pbkdf2)('password', 'salt', 4096, 32, 'sha256').then(note('connection'))
  await Promise.all([...signIns, connection])
  assert.ok(ended.indexOf('connection') < 12, ended.join(' '))
})
