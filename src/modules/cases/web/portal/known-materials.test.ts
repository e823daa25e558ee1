import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { applyWalk } from '#test/harness/apply-walk.ts'
import { personCaller } from '#test/harness/callers.ts'
import { aDecidedCase, anAcceptedCase, caseAs, foodApplication, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages, type Page } from '#test/harness/pages.ts'

const office = await openTestOffice()
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const owner = await personCaller(office, 'zhang-xiaomei')
const { answers = {}, form = {} } = foodApplication()

/** A lost permit: nothing but the former one is asked for. */
const lost = { answers: { handling: ['reissue'], 'applicant-kind': ['person'] }, form: { ...form, formerLicenceNo: 'JY24401140000001' } }

interface Begun {
  readonly answers?: Record<string, string[]>
  readonly form?: typeof form
}

/** The page of the materials of an application that was filled in as far as there. */
async function atMaterials(begun: Begun = {}): Promise<Page> {
  const id = crypto.randomUUID()
  await office.call('cases.save-draft', owner, { id, implementCode: foodLicence.implementCode, step: 'materials', content: { answers, form, ...begun } })
  return pages.get(`/apply/${foodLicence.implementCode}?draft=${id}&step=materials`, owner)
}

const { send, take } = applyWalk(pages, foodLicence.implementCode, owner)

/** Goes on from the materials and files; gives the number of the case. */
async function fileFrom(page: Page, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const review = await take(page, 'on', fields)
  const filed = await send(review, 'submit', { delivery: 'electronic', declare: '1' })
  return /^\/matters\/(\w+)\/receipt$/.exec(filed.location ?? '')?.[1] ?? assert.fail(filed.html)
}

async function certificateGranted(siteAddress: string): Promise<string> {
  const { number } = await aDecidedCase(office, { result: 'approve' }, { form: { ...form, siteAddress } })
  return (await caseAs(office, owner, number)).certificate ?? assert.fail('no certificate was granted')
}

async function certificateUsed(number: string): Promise<readonly (string | null)[]> {
  const { evidence } = await caseAs(office, owner, number)
  return evidence.filter(({ requirement }) => requirement === 'former-licence').flatMap(({ source, certificate }) => [source, certificate])
}

test('C-30 a material that was accepted from him before is shown as 免提交 and not asked for; the application is filed without it', async () => {
  await anAcceptedCase(office)
  const page = await atMaterials()
  assert.match(page.html, /经营场所布局和操作流程图.{0,400}你以前交过并核验过，这次直接用。/s)
  assert.doesNotMatch(page.html, /name="material-m[346]"/)
  const review = await take(page, 'on')
  assert.match(review.html, /免提交.{0,100}你以前交过并核验过，这次直接用。/s)
  assert.equal((await caseAs(office, owner, await fileFrom(page))).state, 'submitted')
})

test('C-30 for another place the same material is asked for', async () => {
  await anAcceptedCase(office)
  const page = await atMaterials({ form: { ...form, siteAddress: '花都区狮岭镇示例路19号' } })
  assert.match(page.html, /name="material-m3"/)
  const on = await send(page, 'on')
  assert.equal(on.status, 422)
  assert.match(on.html, /<a href="#material-m3">/)
})

test('D-08 a material for which he holds the certificate is 免提交 with that certificate, and filing records its use', async () => {
  const granted = await certificateGranted('花都区炭步镇示例路21号')
  const page = await atMaterials(lost)
  assert.match(page.html, /原食品经营许可证.{0,100}用你的电子证照：食品经营许可证.{0,200}免提交/s)
  assert.doesNotMatch(page.html, /name="(material|way)-former-licence"/)
  assert.deepEqual(await certificateUsed(await fileFrom(page)), ['certificate', granted])
})

test('D-08 of several certificates that serve the newest is preselected, and the applicant may choose another', async () => {
  const { items } = await office.call('certificates.list-mine', owner, {})
  const older = items[0]?.identifier ?? assert.fail('no certificate')
  const newer = await certificateGranted('花都区炭步镇示例路23号')
  const page = await atMaterials(lost)
  assert.match(page.html, new RegExp(`name="way-former-licence" checked="" value="certificate:${newer}"|name="way-former-licence" value="certificate:${newer}" checked=""`))
  assert.deepEqual(await certificateUsed(await fileFrom(page, { 'way-former-licence': `certificate:${older}` })), ['certificate', older])
})
