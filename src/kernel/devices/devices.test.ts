import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { clerk, personCaller, reviewerOf } from '#test/harness/callers.ts'
import { foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const windowClerk = await clerk(office)
const readings = async (): Promise<readonly Record<string, unknown>[]> => (await office.database.pool.query('SELECT * FROM card_readings ORDER BY id')).rows

test('the simulated reader gives the card that lies on it, and the reading is recorded without name and number', async () => {
  const card = await office.call('kernel.read-identity-card', windowClerk, { card: 'zhang-xiaomei' })
  assert.deepEqual([card.name, card.idNumber], ['张晓梅', '440114198805160020'])
  const [reading, ...others] = await readings()
  assert.deepEqual([reading?.['actor'], reading?.['device'], others.length], [`staff:${windowClerk.id}`, 'simulated-reader', 0])
  assert.doesNotMatch(JSON.stringify(reading), /张晓梅|440114198805160020/)
})

test('the same card leaves the same mark, another card another one', async () => {
  for (const card of ['zhang-xiaomei', 'li-guoqiang']) await office.call('kernel.read-identity-card', windowClerk, { card })
  const marks = (await readings()).map((reading) => reading['number_index'])
  assert.equal(marks[0], marks[1])
  assert.notEqual(marks[1], marks[2])
})

test('an empty reader reads nobody and records nothing', async () => {
  const before = (await readings()).length
  for (const input of [{}, { card: 'nobody' }, { card: 'constructor' }]) await assert.rejects(office.call('kernel.read-identity-card', windowClerk, input), { message: 'devices.nothing-on-reader' })
  assert.equal((await readings()).length, before)
})

test('a scanned sheet is a PDF of the clerk, for nobody else to attach', async () => {
  const { id } = await office.call('kernel.scan-document', windowClerk, { title: '经营场所布局和操作流程图' })
  const file = await office.call('kernel.get-own-file', windowClerk, { id })
  assert.ok('contentType' in file && file.contentType === 'application/pdf')
  await assert.rejects(office.call('kernel.get-own-file', await personCaller(office, 'zhang-xiaomei'), { id }), { message: 'files.not-found' })
})

test('only a window has devices', async () => {
  await assert.rejects(office.call('kernel.read-identity-card', await reviewerOf(office, foodLicence.unit), { card: 'zhang-xiaomei' }), { message: 'contract.not-permitted' })
})
