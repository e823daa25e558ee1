import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { approverOf } from '#test/harness/callers.ts'
import { aReviewedCase, foodLicence } from '#test/harness/cases.ts'
import { hotlinePeople } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { filledForm } from '#test/harness/page-forms.ts'
import { type FormFields, openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})

/** Without the forms of the frame. */
const mainOf = (html: string): string => html.slice(html.indexOf('<main'))

/** Sends a form after its session has ended, signs in again, and returns the form that waits there with where it goes. */
async function sentTooLate(path: string, fields: FormFields, signInName: string): Promise<{ readonly html: string; readonly fields: FormFields }> {
  const late = await pages.post(path, anonymous, fields)
  assert.equal(late.status, 307)
  const asked = await pages.post(late.location ?? '', anonymous, fields)
  assert.equal(asked.status, 401)
  assert.match(asked.html, /刚才填的内容都还在/)
  const signedIn = await pages.post('/staff/sign-in', anonymous, filledForm(mainOf(asked.html), { signInName, password: 'yimen-demo' }))
  assert.equal(signedIn.cookies.length, 1)
  assert.match(signedIn.html, new RegExp(`<form action="${path}" method="post">`))
  return { html: signedIn.html, fields: filledForm(mainOf(signedIn.html), {}) }
}

test('what an operator of the hotline has written down survives the end of the session', async () => {
  const { seat } = await hotlinePeople(office)
  const kept = await sentTooLate('/hotline', { act: 'register', key: 'intake-late', kind: 'help', title: '路灯不亮', content: '迎宾大道路口路灯坏了一周。', channel: 'phone' }, 'bicuiyun')
  assert.match(kept.html, /value="迎宾大道路口路灯坏了一周。"/)
  assert.match((await pages.post('/hotline', seat, kept.fields)).location ?? '', /^\/hotline\/orders\/RX/)
})

test('the reasons of a decision survive the end of the session', async () => {
  const { number } = await aReviewedCase(office)
  const path = `/office/cases/${number}/decide`
  const approver = await approverOf(office, foodLicence.unit)
  const page = await pages.get(path, approver)
  const kept = await sentTooLate(path, filledForm(mainOf(page.html), { result: 'approve' }), 'bishuzhen')
  assert.equal((await pages.post(path, approver, kept.fields)).status, 303)
})
