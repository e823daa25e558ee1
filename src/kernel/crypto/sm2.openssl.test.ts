import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { newSm2KeyPair, signSm2, verifySm2 } from './sm2.ts'
import { sm2PrivateKeyFromPem, sm2PrivateKeyToPem, sm2PublicKeyFromPem, sm2PublicKeyToPem, sm2SignatureFromDer, sm2SignatureToDer } from './sm2-encoding.ts'

// Node's own verify cannot be given the signer's id, so the other party is the command-line program.
const folder = mkdtempSync(join(tmpdir(), 'yimen-sm2-'))
after(() => rmSync(folder, { recursive: true }))

const inFolder = (name: string) => join(folder, name)
const openssl = (...args: readonly string[]) => spawnSync('openssl', args, { encoding: 'utf8', cwd: folder })
const withStandardId = ['-pkeyopt', 'distid:1234567812345678', '-rawin', '-digest', 'sm3']
const missing = openssl('ecparam', '-name', 'SM2').status === 0 ? false : 'no openssl program that knows SM2 on this machine'

test('OpenSSL accepts our keys and our signatures, and refuses them over another text', { skip: missing }, () => {
  const keys = newSm2KeyPair()
  writeFileSync(inFolder('ours.pem'), sm2PublicKeyToPem(keys.publicKey))
  writeFileSync(inFolder('text'), '受理通知书')
  writeFileSync(inFolder('other'), '不予受理通知书')
  writeFileSync(inFolder('ours.sig'), sm2SignatureToDer(signSm2('受理通知书', keys)))
  const verify = (file: string) => openssl('pkeyutl', '-verify', '-pubin', '-inkey', 'ours.pem', '-in', file, '-sigfile', 'ours.sig', ...withStandardId)
  assert.equal(verify('text').status, 0, verify('text').stderr)
  assert.notEqual(verify('other').status, 0)
})

test('we accept the keys and signatures of OpenSSL', { skip: missing }, () => {
  openssl('genpkey', '-algorithm', 'SM2', '-out', 'theirs.pem')
  openssl('pkey', '-in', 'theirs.pem', '-pubout', '-out', 'theirs.pub.pem')
  writeFileSync(inFolder('text'), '受理通知书')
  const signing = openssl('pkeyutl', '-sign', '-inkey', 'theirs.pem', '-in', 'text', '-out', 'theirs.sig', ...withStandardId)
  assert.equal(signing.status, 0, signing.stderr)
  const publicKey = sm2PublicKeyFromPem(readFileSync(inFolder('theirs.pub.pem'), 'utf8'))
  const signature = sm2SignatureFromDer(readFileSync(inFolder('theirs.sig')))
  assert.ok(signature)
  assert.equal(verifySm2('受理通知书', signature, publicKey), true)
  assert.deepEqual(sm2PrivateKeyFromPem(readFileSync(inFolder('theirs.pem'), 'utf8')).publicKey, publicKey)
})

test('OpenSSL reads our private key file and derives the same public key', { skip: missing }, () => {
  const keys = newSm2KeyPair()
  writeFileSync(inFolder('private.pem'), sm2PrivateKeyToPem(keys))
  assert.equal(openssl('pkey', '-in', 'private.pem', '-pubout').stdout, sm2PublicKeyToPem(keys.publicKey))
})
