import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { reviewerOf } from '#test/harness/callers.ts'
import { anAcceptedCase, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})

test('the page of a case shows the identity number masked, and in full only after a purpose was stated', async () => {
  const { number } = await anAcceptedCase(office)
  const reviewer = await reviewerOf(office, foodLicence.unit)
  const masked = await pages.get(`/office/cases/${number}`, reviewer)
  assert.match(masked.html, /110105\*{8}002X/)
  assert.doesNotMatch(masked.html, /11010519491231002X/)
  const asked = await pages.post(`/office/cases/${number}/form`, reviewer, {})
  assert.equal(asked.status, 400)
  assert.match(asked.html, /请选择为什么需要看/)
  const opened = await pages.post(`/office/cases/${number}/form`, reviewer, { purpose: 'check' })
  assert.match(opened.html, /11010519491231002X/)
})
