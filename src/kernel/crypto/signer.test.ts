import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { test } from 'node:test'
import { signerApart, signerHere } from './signer.ts'
import { newSm2KeyPair, verifySm2 } from './sm2.ts'

const keys = newSm2KeyPair()

for (const [where, signer] of Object.entries({ here: signerHere(keys), 'in a thread of its own': signerApart(keys) })) {
  test(`D-10 what is signed ${where} verifies under the office's key, each message with its own signature`, async () => {
    const messages = Array.from({ length: 20 }, (_, index) => `准予行政许可决定书 ${index}`)
    const signatures = await Promise.all(messages.map((message) => signer.sign(message)))
    for (const [index, message] of messages.entries()) {
      assert.ok(verifySm2(message, signatures[index] ?? Buffer.alloc(0), keys.publicKey))
      assert.ok(!verifySm2(message, signatures[(index + 1) % 20] ?? Buffer.alloc(0), keys.publicKey))
    }
  })
}

test('bytes are signed as well as text', async () => {
  const message = Buffer.from([0, 255, 1])
  assert.ok(verifySm2(message, await signerApart(keys).sign(message), keys.publicKey))
})

test('a key that cannot sign is told to whoever asked, and nobody waits for ever', async () => {
  // n − 1 has no place among the private keys: 1 + d would be zero (GM/T 0003.1 §6.1).
  const unfit = { privateKey: Buffer.from('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122', 'hex'), publicKey: keys.publicKey }
  const signer = signerApart(unfit)
  await assert.rejects(signer.sign('one'))
  await assert.rejects(signer.sign('another, in a thread begun anew'))
})

test('after a failure the next signature is made in a thread begun anew', async () => {
  const signer = signerApart(keys)
  await assert.rejects(signer.sign(5 as never))
  assert.ok(verifySm2('准予', await signer.sign('准予'), keys.publicKey))
})

test('the signing thread keeps no program alive', () => {
  const program = `
    import { signerApart } from ${JSON.stringify(new URL('signer.ts', import.meta.url).href)}
    import { newSm2KeyPair } from ${JSON.stringify(new URL('sm2.ts', import.meta.url).href)}
    console.log((await signerApart(newSm2KeyPair()).sign('x')).length)`
  assert.equal(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8', timeout: 60_000 }).trim(), '64')
})
