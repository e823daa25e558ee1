import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestOffice, testConfig } from '#test/harness/office.ts'
import { checkOffice } from '../../check.ts'
import { openOffice } from '../../process.ts'
import { findPrimary, hostsOf, primaryFirst } from './hosts.ts'
import { openDatabase } from './pool.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
const { host, pathname, username, password } = new URL(office.ownerUrl)
/** Port 1 is nobody's: a host that is away. */
const addressed = (hosts: string): string => `postgresql://${username}:${password}@${hosts}${pathname}`
const twoHosts = addressed(`127.0.0.1:1,${host}`)

test('an address may name several hosts, as libpq reads it', () => {
  assert.deepEqual(hostsOf('postgresql://yimen:geheim@db1:5432,db2:5433/yimen?sslmode=require'), ['postgresql://yimen:geheim@db1:5432/yimen?sslmode=require', 'postgresql://yimen:geheim@db2:5433/yimen?sslmode=require'])
  assert.deepEqual(hostsOf('postgresql://db1/yimen'), ['postgresql://db1/yimen'])
})

test('the host that takes writes is found behind one that is away', async () => {
  assert.equal(new URL(await findPrimary(twoHosts)).host, host)
  await assert.rejects(findPrimary(addressed('127.0.0.1:1,127.0.0.1:2')), /no host of the database takes writes/)
})

test('a pool leaves a host that is away: the first call is refused, the next one served', async () => {
  const database = openDatabase({ url: twoHosts, schema: 'yimen', poolSize: 2, asApplication: true })
  try {
    await assert.rejects(database.pool.query('SELECT 1'), { code: 'ECONNREFUSED' })
    assert.equal((await database.pool.query('SELECT 1')).rowCount, 1)
  } finally {
    await database.close()
  }
})

test('the host that takes writes is put in front, and the others keep their turn', async () => {
  assert.equal(await primaryFirst(addressed(`127.0.0.1:1,${host},127.0.0.1:2`)), addressed(`${host},127.0.0.1:2,127.0.0.1:1`))
  assert.equal(await primaryFirst('postgresql://db1/yimen'), 'postgresql://db1/yimen')
})

test('an office starts with the first host away, with the same address for its application or another, and can be checked', async () => {
  for (const applicationDatabaseUrl of [undefined, twoHosts]) {
    const opened = await openOffice({ ...testConfig(), databaseUrl: twoHosts, applicationDatabaseUrl })
    assert.equal(new URL(opened.ownerUrl.replace(/,[^/]*/, '')).host, host)
    await opened.close()
  }
  const said: string[] = []
  assert.equal(await checkOffice({ ...testConfig(), databaseUrl: twoHosts }, (line) => said.push(line)), true, said.join('\n'))
})
