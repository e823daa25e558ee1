import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { personCaller, reviewerOf } from '#test/harness/callers.ts'
import { anAcceptedCase, aSubmittedCase, foodLicence, publishItem } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { hiddenField, openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const owner = await personCaller(office, 'zhang-xiaomei')
const stranger = await personCaller(office, 'li-guoqiang')
after(async () => {
  await pages.close()
  await office.close()
})

test('a fee is shown with standard and basis before it is paid, and leads to its receipt', async () => {
  const fee = { name: '证件工本费', standard: '每本40元', amountMinor: 4000, basis: '收费标准公告', reducible: false, reductionNote: null, mark: 'sourced' } as const
  const { number } = await anAcceptedCase(office, { implementCode: await publishItem(office, 1, { feeCharged: true, feeBasis: fee.basis, onlinePayment: true, fees: [fee] }) })
  assert.equal((await pages.get(`/matters/${number}/pay`, owner)).location, `/matters/${number}#fees`)
  await office.call('cases.demand-fee', await reviewerOf(office, foodLicence.unit), { number, name: fee.name, amountMinor: fee.amountMinor })
  assert.match((await pages.get(`/matters/${number}`, owner)).html, /等你缴费/)
  const page = await pages.get(`/matters/${number}/pay`, owner)
  for (const words of ['40.00元', '每本40元', '收费标准公告', '支付40.00元']) assert.match(page.html, new RegExp(words))
  assert.equal((await pages.get(`/matters/${number}/pay`, stranger)).status, 404)
  for (const _ of ['once', 'twice']) assert.equal((await pages.post(`/matters/${number}/pay`, owner, { fee: hiddenField(page, 'fee') })).location, `/matters/${number}#fees`)
  const { html } = await pages.get(`/matters/${number}`, owner)
  assert.match(html, /已缴，演示渠道/)
  assert.match(html, new RegExp(`<a href="/matters/${number}/documents/[^"]+">[^<]*缴〔2026〕`))
})

test('the receipt proves that the application stands in the signed root of the ledger', async () => {
  const { number } = await aSubmittedCase(office)
  assert.match((await pages.get(`/matters/${number}/receipt`, owner)).html, /一分钟内会写进全市的存证树/)
  await office.call('kernel.make-checkpoint', law, {})
  const { html } = await pages.get(`/matters/${number}/receipt`, owner)
  const hash = (await office.call('cases.get-case', owner, { number })).events[0]?.hash ?? assert.fail('no event')
  const { checkpoint } = await office.call('kernel.get-inclusion-proof', { kind: 'anonymous' }, { eventHash: hash })
  assert.ok(html.replaceAll(/<\/?span>/g, '').includes(checkpoint.root))
  assert.match(html, new RegExp(`/api/v1/ledger/proofs/${hash}`))
})
