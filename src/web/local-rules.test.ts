import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { InputOf } from '#app'
import { administrator, clerk, staffCaller } from '#test/harness/callers.ts'
import { foodApplication, foodLicence } from '#test/harness/cases.ts'
import { anOrder, hotlinePeople } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { deskHref } from '#modules/cases/web/desk/desk-address.ts'

// The city changes its rules on Monday; on Wednesday they hold.
const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const { seat, handler } = await hotlinePeople(office)
const windowClerk = await clerk(office)

const changed: Readonly<Record<string, number>> = { 'cases.acceptance-notice': 3, 'hotline.emergency': 2, 'hotline.similar-within': 30, 'hotline.return-claim': 8, 'hotline.callback': 2 }

async function changeRules(): Promise<void> {
  const admin = await administrator(office)
  for (const [key, value] of Object.entries(changed)) await office.call('kernel.change-setting', admin, { key, value, validFrom: '2026-09-09', reason: '调整本地规则', document: '穗花政数〔2026〕12号' } as InputOf<'kernel.change-setting'>)
  office.clock.set(new Date('2026-09-09T09:00:00+08:00'))
}

async function filingPage(): Promise<string> {
  const { location } = await pages.post('/desk', windowClerk, { act: 'card', card: 'zhang-xiaomei' })
  const applicant = new URL(location ?? '', 'http://office.test').searchParams.get('applicant') ?? assert.fail('nobody was found')
  return (await pages.get(deskHref({ applicant, item: foodLicence.implementCode, answers: foodApplication().answers as Record<string, string[]> }), windowClerk)).html
}

const sentAbout = async (number: string): Promise<string> => (await office.call('kernel.list-sent-messages', await staffCaller(office, 'HD0011'), { limit: 50 })).items.flatMap(({ text }) => (text?.includes(number) ? [text] : [])).join('\n')

test('what a page or a message says of a local rule is the rule in force: before a change the default, from its day on the new one', async () => {
  assert.match(await filingPage(), /5个工作日内不一次告知/)
  assert.match((await pages.get('/hotline', seat)).html, /当天办理/)
  await changeRules()
  assert.match(await filingPage(), /3个工作日内不一次告知/)
  assert.match((await pages.get('/hotline', seat)).html, /2个工作日内办理/)
  const { number } = await anOrder(office)
  assert.match((await pages.get(`/hotline/orders/${number}`, seat)).html, /2026年8月10日以来没有相似的工单/)
  const closed = (await anOrder(office, 'awaitingCallback')).number
  assert.match(await sentAbout(closed), /将在2个工作日内回访/)
  const { items } = await office.call('kernel.list-messages', handler, { limit: 50 })
  assert.ok(items.some(({ text }) => text?.includes(`工单${closed}，请签收办理；不属于本单位职责的，8小时内提出退单`)))
})
