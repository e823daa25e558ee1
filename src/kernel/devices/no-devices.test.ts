import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { clerk } from '#test/harness/callers.ts'
import { openTestOffice, testConfig } from '#test/harness/office.ts'
import { buildApp } from '../../app.ts'
import { createServices } from '../../process.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

test('an office that is no demo has no simulated devices, and says so', async () => {
  const app = buildApp(office.database.db, createServices({ ...testConfig(), demo: false }, office.clock))
  const windowClerk = await clerk(office)
  assert.deepEqual(await app.call('kernel.get-devices', windowClerk, {}), { identityReader: null, scanner: false })
  await assert.rejects(app.call('kernel.read-identity-card', windowClerk, { card: 'zhang-xiaomei' }), { message: 'devices.none' })
  await assert.rejects(app.call('kernel.scan-document', windowClerk, { title: '平面图' }), { message: 'devices.none' })
})
