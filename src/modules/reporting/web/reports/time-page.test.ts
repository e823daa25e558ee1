import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { anAcceptedCase, foodLicence, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { wordsOf } from '#test/harness/page-words.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})

const supervisor = await staffCaller(office, 'HD0013')
const september = 'from=2026-09-01&to=2026-09-30'

/** The rows of the account, without its head. */
async function account(query: string): Promise<readonly string[]> {
  const { html } = await pages.get(`/reports/time?${query}`, supervisor)
  return wordsOf(html.split('<caption')[1] ?? '', 'tr').slice(1)
}

test('whose time passed is summed for a unit, and for an item over all its units, and the two agree where there is one case', async () => {
  const { number, person } = await anAcceptedCase(office)
  setTime(office, '2026-09-09')
  const ofUnit = await account(`unit=${foodLicence.unit}&${september}`)
  assert.match(ofUnit.join('|'), /2个工作日/)
  assert.deepEqual(await account(`item=${foodLicence.implementCode}&${september}`), ofUnit)
  const shown = await pages.get(`/office/cases/${number}`, await reviewerOf(office, foodLicence.unit))
  assert.match(shown.html, /时间归谁/)
  assert.match((await pages.get(`/matters/${number}`, person)).html, /时间花在谁手里/)
})

test('an item that does not exist and a period without cases are said in words', async () => {
  assert.match((await pages.get(`/reports/time?item=${'1'.repeat(31)}&${september}`, supervisor)).html, /没有这个实施编码的事项/)
  assert.match((await pages.get(`/reports/time?unit=${foodLicence.unit}&from=2026-01-01&to=2026-01-31`, supervisor)).html, /这段时间没有办件/)
})
