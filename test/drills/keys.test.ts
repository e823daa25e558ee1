import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { anonymous } from '#kernel/access/caller.ts'
import { type Config, readConfig } from '#kernel/config/config.ts'
import { CaseClient, handsOf, sendTo } from '#test/harness/load.ts'
import { scratchFolder } from '#test/harness/office.ts'
import { startServer, type TestServer } from '#test/harness/server.ts'
import { checkOffice } from '../../src/check.ts'
import { openOffice } from '../../src/process.ts'

// The drill: an office changes its keys. What it sealed and signed before still opens and holds, what it signs from then on
// bears the new key, and without the key of before nothing of before holds.

const dataFolder = scratchFolder()
const secretsFile = join(dataFolder, 'secrets.json')
let server: TestServer
let first: string

before(async () => {
  server = await startServer(dataFolder)
  first = await deliverCase()
})
after(async () => {
  if (server.isAlive()) await server.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

test('keys are not changed while the office runs', async () => {
  await assert.rejects(rotate(), /stop every process of the office first/)
  await server.stop()
  await signRoot()
})

test('after a change of keys what was sealed and signed before opens and holds, and so does what is new', async () => {
  const old = readSecretsFile()
  assert.match(await rotate(), /new signing key 04[0-9a-f]{128}; the keys of \d+ subjects wrapped anew/)
  const now = readSecretsFile()
  assert.notEqual(now.signingKey, old.signingKey)
  assert.deepEqual(now.formerPersonalDataKeys, [old.personalDataKey])
  assert.equal(now.blindIndexKey, old.blindIndexKey)
  server = await startServer(dataFolder)
  const second = await deliverCase()
  for (const number of [first, second]) {
    assert.equal(await applicantOf(number), '张小梅', number)
    assert.equal(await certificateHolds(number), true, number)
  }
  await server.stop()
  await signRoot()
  assert.equal((await rootKeys()).size, 2, 'roots of the ledger before and after bear two keys')
  assert.deepEqual(await ledgerLines(), { holds: true })
})

test('the drill notices a key that was not kept: without the former one the first old signature is foreign', async () => {
  const whole = readSecretsFile()
  writeFileSync(secretsFile, JSON.stringify({ ...whole, formerSigningKeys: [] }))
  assert.equal((await ledgerLines()).holds, false)
  writeFileSync(secretsFile, JSON.stringify(whole))
  assert.equal((await ledgerLines()).holds, true)
})

test('an office whose keys are missing does not start with new ones, and says what to do', async () => {
  renameSync(secretsFile, `${secretsFile}.away`)
  await assert.rejects(startServer(dataFolder), /secrets\.json is missing.*put the file back/)
  assert.throws(() => readFileSync(secretsFile), /ENOENT/)
  renameSync(`${secretsFile}.away`, secretsFile)
})

interface SecretsFile {
  readonly personalDataKey: string
  readonly blindIndexKey: string
  readonly signingKey: string
  readonly formerPersonalDataKeys?: readonly string[]
}

function readSecretsFile(): SecretsFile {
  return JSON.parse(readFileSync(secretsFile, 'utf8')) as SecretsFile
}

async function rotate(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['src/main.ts', 'rotate-keys'], { cwd: join(import.meta.dirname, '../..'), env: { ...process.env, YIMEN_DATA: dataFolder, DATABASE_URL: '' } })
  return stdout
}

/** Takes one case from application to delivery. */
async function deliverCase(): Promise<string> {
  const client = new CaseClient(await handsOf(server))
  for (let step = 1; step <= 7; step++) assert.equal(await client.advance(sendTo(server.address)), true, client.refused.join(', '))
  return client.sent[0]?.answer?.number ?? ''
}

async function asked<Answer>(path: string, token?: string): Promise<Answer> {
  const response = await fetch(`${server.address}/api/v1${path}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } })
  assert.equal(response.status, 200, path)
  return (await response.json()) as Answer
}

async function applicantOf(number: string): Promise<string | undefined> {
  return (await asked<{ form?: { applicantName?: string } }>(`/cases/${number}`, server.tokens.get('person'))).form?.applicantName
}

async function certificateHolds(number: string): Promise<boolean> {
  const { items } = await asked<{ items: readonly { identifier: string; number?: string }[] }>('/certificates', server.tokens.get('person'))
  assert.ok(items.length > 0, number)
  const verified = await Promise.all(items.map(({ identifier }) => asked<{ signatureValid: boolean }>(`/certificates/${encodeURIComponent(identifier)}/verify`)))
  return verified.every(({ signatureValid }) => signatureValid)
}

async function rootKeys(): Promise<ReadonlySet<string>> {
  const office = await openOffice(configOf())
  try {
    const { items } = await office.app.call('kernel.list-checkpoints', anonymous, {})
    return new Set(items.map(({ publicKey }) => publicKey))
  } finally {
    await office.close()
  }
}

/** Signs the root of what waits, which a running office does every minute. */
async function signRoot(): Promise<void> {
  const office = await openOffice(configOf())
  try {
    await office.app.call('kernel.make-checkpoint', { kind: 'system', name: 'job' }, {})
  } finally {
    await office.close()
  }
}

function configOf(): Config {
  return readConfig({ YIMEN_DATA: dataFolder, YIMEN_LOG: 'error', NODE_ENV: 'test' })
}

async function ledgerLines(): Promise<{ readonly holds: boolean; readonly lines?: string }> {
  const lines: string[] = []
  const holds = await checkOffice(configOf(), (line) => void lines.push(line))
  return holds ? { holds } : { holds, lines: lines.join('\n') }
}
