import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { personCaller } from '#test/harness/callers.ts'
import { setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { aComplaint, aFinding, aLetter, anOpening, supervisionPeople } from '#test/harness/supervision.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const people = await supervisionPeople(office)
const reads = people.inspector

test('T-14 what supervision asks for in a year without arrangement is marked: finding, letter, box and complaint, in lists and on pages', async () => {
  const before = await aFinding(office)
  assert.equal((await office.call('supervision.get-finding', reads, { number: before.number })).provisional, false)
  setTime(office, '2026-12-30')
  const { number } = await aFinding(office)
  const letter = await aLetter(office)
  const [opening, complaint] = [await anOpening(office), await aComplaint(office)]
  const finding = await office.call('supervision.get-finding', reads, { number })
  assert.deepEqual([finding.provisional, finding.appealUntilProvisional], [true, true])
  assert.equal((await office.call('supervision.get-measure', reads, { number: letter })).provisional, true)
  assert.equal((await office.call('supervision.get-opening', reads, { number: opening })).provisional, true)
  assert.equal((await office.call('supervision.get-complaint', await personCaller(office, 'zhang-xiaomei'), { number: complaint })).provisional, true)
  const listed = (await office.call('supervision.list-findings', reads, {})).items
  assert.deepEqual([listed.find((row) => row.number === number)?.provisional, listed.find((row) => row.number === before.number)?.provisional], [true, false])
  assert.equal((await office.call('supervision.list-measures', reads, {})).items.find((row) => row.number === letter)?.provisional, true)
  assert.match((await pages.get(`/supervision/findings/${number}`, reads)).html, /暂定/)
})
