import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { personCaller } from '#test/harness/callers.ts'
import { aDecidedCase, anAcceptedCase, caseAs, foodApplication, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice()
after(() => office.close())
const owner = await personCaller(office, 'zhang-xiaomei')
const stranger = await personCaller(office, 'li-guoqiang')
const { answers = {}, form = {} } = foodApplication()
const applying = { implementCode: foodLicence.implementCode, answers, form, given: [] as string[] }

test('C-30 whoever applies is told which materials the office accepted from him before, for the same place and unless he hands them in anew', async () => {
  assert.deepEqual((await office.call('cases.list-known-materials', owner, applying)).items, [])
  await anAcceptedCase(office)
  const known = async (changes: Partial<typeof applying>) => (await office.call('cases.list-known-materials', owner, { ...applying, ...changes })).items.map(({ material, reason }) => `${material} ${reason}`)
  assert.deepEqual(await known({}), ['m3 VERIFIED_BEFORE', 'm4 VERIFIED_BEFORE', 'm6 VERIFIED_BEFORE'])
  assert.deepEqual(await known({ given: ['m4'] }), ['m3 VERIFIED_BEFORE', 'm6 VERIFIED_BEFORE'])
  assert.deepEqual(await known({ form: { ...form, siteAddress: '花都区狮岭镇示例路9号' } }), [])
})

test('C-30 nobody learns what the office has of somebody for whom he may not apply', async () => {
  await assert.rejects(office.call('cases.list-known-materials', stranger, { ...applying, applicantId: owner.id }), { code: 'subjects.not-the-agent' })
  assert.deepEqual((await office.call('cases.list-known-materials', stranger, applying)).items, [])
})

test('D-08 a certificate of another type than the material names is refused, and its use is not recorded', async () => {
  const { number } = await aDecidedCase(office, { result: 'approve' }, { form: { ...form, siteAddress: '花都区炭步镇示例路31号' } })
  const identifier = (await caseAs(office, owner, number)).certificate ?? assert.fail('no certificate was granted')
  const { kitchenArea: _area, cateringItems: _items, ...formOfLost } = form
  const lost = { answers: { handling: ['reissue'], 'applicant-kind': ['person'] }, form: { ...formOfLost, formerLicenceNo: 'JY24401140000001' } }
  const file = (material: string) => office.call('cases.submit-case', owner, foodApplication({ ...lost, materials: [{ material, by: 'certificate', identifier }] }))
  const uses = async () => (await office.call('certificates.list-uses', owner, { identifier })).items.length
  await assert.rejects(file('m2'), { code: 'cases.certificate-of-other-type', details: { material: 'm2' } })
  assert.equal(await uses(), 0)
  await file('former-licence')
  assert.equal(await uses(), 1)
})
