import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { staffCaller } from '#test/harness/callers.ts'
import { sentBy } from '#test/harness/count-statements.ts'
import { aMail, aRequest, askedUnit, disclosurePeople, seenRequest } from '#test/harness/disclosure.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { simulatedMailBoxOf } from './mail/mail-box-of.ts'
import { createSimulatedMailBox } from './mail/simulated-mail-box.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => office.clock.set(mondayMorning))
const { officer, head } = await disclosurePeople(office)
const supervisor = await staffCaller(office, 'HD0013')
const applicant = { name: '何小满', idNumber: '440114197001010014', phone: '13800000002', email: 'he-xiaoman@example.com' }
const register = (mailId: string, channel: 'email' | 'fax' = 'email') => office.call('disclosure.register-request', officer, { unitId: askedUnit, channel, mailId, applicant, record: { title: '2025年食品抽检结果' }, wantedForm: 'email' })

test('O-07 a mail that is registered becomes an application of the day on which it came, and waits until its receipt is confirmed with the applicant', async () => {
  const id = await aMail(office)
  office.clock.set(new Date('2026-09-09T09:00:00+08:00'))
  const { number, receivedOn } = await register(id)
  assert.equal(receivedOn, null)
  const request = await seenRequest(office, officer, number)
  assert.deepEqual([request.channel, request.arrivedOn, request.state], ['email', '2026-09-07', 'submitted'])
  const mail = await office.call('disclosure.get-mail', officer, { id })
  assert.deepEqual([mail.state, mail.requestNumber], ['registered', number])
  await assert.rejects(register(id), { code: 'disclosure.mail-handled' })
  await assert.rejects(office.call('disclosure.set-mail-aside', officer, { id, reason: '重复' }), { code: 'disclosure.mail-handled' })
})

test('a mail that is no application is set aside with the reason, and a mail is registered as nothing but an e-mail', async () => {
  const id = await aMail(office)
  await assert.rejects(register(id, 'fax'), { code: 'disclosure.mail-channel' })
  const aside = await office.call('disclosure.set-mail-aside', officer, { id, reason: '广告邮件' })
  assert.deepEqual([aside.state, aside.setAsideReason], ['setAside', '广告邮件'])
  assert.ok(!(await office.call('disclosure.list-mails', officer, {})).items.some((mail) => mail.id === id))
})

test('the same mail is taken once, and the box is told only when the mail stands', async () => {
  const { rows } = await office.database.pool.query<{ count: string }>('SELECT count(*) FROM disclosure_mails')
  await aMail(office)
  await office.call('disclosure.fetch-mails', law, {})
  await office.call('disclosure.fetch-mails', law, {})
  const after = await office.database.pool.query<{ count: string }>('SELECT count(*) FROM disclosure_mails')
  assert.equal(Number(after.rows[0]?.count), Number(rows[0]?.count) + 1)
  const box = createSimulatedMailBox()
  const mail = { key: 'one', unitId: askedUnit, arrivedAt: mondayMorning, from: 'a@example.com', subject: '申请', text: '申请' }
  box.put(mail)
  box.put(mail)
  assert.equal((await box.newMails()).length, 1)
  await box.taken('one')
  assert.deepEqual(await box.newMails(), [])
})

test('two jobs that look into the mail box at the same time take a mail once, and neither fails', async () => {
  const box = simulatedMailBoxOf(office.app.services) ?? assert.fail('no simulator')
  const count = async () => Number((await office.database.pool.query<{ count: string }>('SELECT count(*) FROM disclosure_mails')).rows[0]?.count)
  const before = await count()
  for (const key of ['race-1', 'race-2']) box.put({ key, unitId: askedUnit, arrivedAt: mondayMorning, from: 'a@example.com', subject: '申请', text: '申请' })
  const looks = await Promise.all([1, 2, 3].map(() => office.call('disclosure.fetch-mails', law, {})))
  assert.equal(looks.reduce((sum, { taken }) => sum + taken, 0), 2)
  assert.equal(await count(), before + 2)
})

test('a registered mail is sealed for its applicant: the key that it came under is destroyed, and who forgets the applicant forgets the mail', async () => {
  const id = await aMail(office)
  const { number } = await office.call('disclosure.register-request', officer, { unitId: askedUnit, channel: 'email', mailId: id, applicant: { ...applicant, idNumber: 'P20260907' }, record: { title: '2025年食品抽检结果' } })
  const keys = await office.database.pool.query<{ gone: boolean }>('SELECT destroyed_at IS NOT NULL AS gone FROM subject_keys WHERE subject_id = $1', [id])
  assert.deepEqual(keys.rows, [{ gone: true }])
  const read = () => office.call('disclosure.get-mail', officer, { id })
  assert.equal((await read()).text, '申请人何小满，申请公开2025年食品抽检结果。')
  const { rows } = await office.database.pool.query<{ id: string }>('SELECT r.applicant_id AS id FROM disclosure_requests r JOIN matters m ON m.id = r.id WHERE m.number = $1', [number])
  await office.app.services.vault.destroyKey(office.app.db, rows[0]?.id ?? '', office.clock.now())
  assert.deepEqual([(await read()).text, (await read()).subject], [null, null])
})

test('a mail that was registered while mails kept their own key is still listed and read', async () => {
  const id = await aMail(office, { subject: '从前登记的申请' })
  await office.database.pool.query(
    `UPDATE disclosure_mails SET state = 'registered', request_id = (SELECT id FROM matters WHERE number = $2), handled_by = 'staff:HD0001', handled_at = $3 WHERE id = $1`,
    [id, await aRequest(office), mondayMorning],
  )
  const { items } = await office.call('disclosure.list-mails', officer, { state: 'registered', limit: 100 })
  assert.equal(items.find((mail) => mail.id === id)?.subject, '从前登记的申请')
  assert.equal((await office.call('disclosure.get-mail', officer, { id })).text, '申请人何小满，申请公开2025年食品抽检结果。')
})

test('the subjects of a page of mails are opened with one look-up of keys, however many there are', async () => {
  for (const subject of ['第一封', '第二封', '第三封']) await aMail(office, { subject })
  office.clock.set(new Date(mondayMorning.getTime() + 600_000))
  const { statements } = await sentBy(() => office.call('disclosure.list-mails', officer, { limit: 3 }))
  assert.equal(statements.filter((statement) => statement.includes('FROM subject_keys')).length, 1)
})

test('a mail is sealed, read by the institution that it came to with a record of the reading, and by nobody else', async () => {
  const id = await aMail(office)
  const { rows } = await office.database.pool.query<{ text: string }>('SELECT m::text AS text FROM disclosure_mails m UNION ALL SELECT n::text FROM notifications n')
  for (const { text } of rows) for (const trace of ['he-xiaoman', '何小满', '抽检结果']) assert.ok(!text.includes(trace), trace)
  const mail = await office.call('disclosure.get-mail', officer, { id })
  assert.deepEqual([mail.from, mail.text], ['he-xiaoman@example.com', '申请人何小满，申请公开2025年食品抽检结果。'])
  const read = await office.database.pool.query(`SELECT actor FROM access_log WHERE subject_id = $1 AND purpose = 'disclosure-mail'`, [id])
  assert.deepEqual(read.rows, [{ actor: `staff:${officer.id}` }])
  const elsewhere = { ...officer, id: 'HD0018', unitId: 'fazhan-gaige', roles: [{ role: 'disclosureOfficer', unitId: 'fazhan-gaige' }] }
  await assert.rejects(office.call('disclosure.get-mail', elsewhere, { id }), { code: 'disclosure.mail-unknown' })
  await assert.rejects(office.call('disclosure.get-mail', head, { id }), { code: 'contract.not-permitted' })
  const watched = await office.call('disclosure.get-mail', supervisor, { id })
  assert.deepEqual([watched.state, watched.from, watched.subject, watched.text], ['waiting', null, null, null])
})

test('O-07 a letter addressed to somebody of the agency by name is received when its receipt is confirmed, not when he signed for it', async () => {
  const { number, receivedOn } = await office.call('disclosure.register-request', officer, { unitId: askedUnit, channel: 'personalName', arrivedOn: '2026-09-03', applicant, record: { title: '2024年食品抽检结果' } })
  assert.equal(receivedOn, null)
  const received = await office.call('disclosure.receive-request', officer, { number, receivedOn: '2026-09-07' })
  assert.deepEqual([received.arrivedOn, received.receivedOn], ['2026-09-03', '2026-09-07'])
})
