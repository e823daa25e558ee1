import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { openMessages } from '#kernel/notify/sealed-message.ts'
import { findCaller } from '#kernel/session/sessions.ts'
import { administrator, clerk, personCaller, subjectId } from '#test/harness/callers.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { loader } from '../../../city/loader.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { app } = office

/** The code that the last text message carries, as the list of sent messages shows it. */
async function lastCode(): Promise<string> {
  const { rows } = await office.database.pool.query<{ sealed_text: Buffer }>('SELECT sealed_text FROM notifications ORDER BY id DESC LIMIT 1')
  const [message] = await openMessages(office.database.db, app.services.vault, rows.map((row) => ({ subjectId: null, sealed: row.sealed_text })))
  const code = /\d{6}/.exec(message?.text ?? '')?.[0]
  assert.ok(code)
  return code
}

test('a person of the demo city signs in by key or id at the level of registration, under a masked name', async () => {
  const { token, person } = await office.call('subjects.sign-in-development', anonymous, { key: 'zhang-xiaomei' })
  assert.deepEqual([person.maskedName, person.level], ['张**', 3])
  assert.deepEqual(await findCaller(office.database.db, token, office.clock.now()), { kind: 'person', id: person.id, level: 3, name: '张**' })
  assert.equal((await office.call('subjects.sign-in-development', anonymous, { personId: person.id })).person.id, person.id)
})

test('an organisation or nobody cannot sign in', async () => {
  for (const key of ['suihuilian-gongyinglian', 'nobody-at-all']) await assert.rejects(office.call('subjects.sign-in-development', anonymous, { key }), { code: 'subjects.unknown' })
  await assert.rejects(office.call('subjects.sign-in-development', anonymous, {}), { code: 'subjects.unknown' })
})

test('the development identity provider does not exist in a real city', async () => {
  const { buildApp } = await import('#app')
  const real = buildApp(office.database.db, { ...app.services, config: { ...app.services.config, demo: false } })
  const person = await personCaller(office, 'zhang-xiaomei', 1)
  await assert.rejects(real.call('subjects.sign-in-development', anonymous, { key: 'zhang-xiaomei' }), { code: 'subjects.demo-only' })
  await assert.rejects(real.call('subjects.step-up', person, { way: 'face' }), { code: 'subjects.demo-only' })
})

test('D-14 a session steps up to the level of the proof and never down', async () => {
  const person = await personCaller(office, 'zhang-xiaomei', 1)
  assert.equal((await office.call('subjects.step-up', person, { way: 'face' })).person.level, 3)
  assert.equal((await office.call('subjects.step-up', { ...person, level: 4 }, { way: 'nameAndNumber' })).person.level, 4)
})

test('a phone code signs the owner of the phone in at level 1, once', async () => {
  const phone = '13800005002'
  await office.call('subjects.request-phone-code', anonymous, { phone })
  await assert.rejects(office.call('subjects.request-phone-code', anonymous, { phone }), { code: 'session.phone-code-too-soon' })
  const code = await lastCode()
  const { person } = await office.call('subjects.sign-in-with-phone-code', anonymous, { phone, code })
  assert.deepEqual([person.id, person.level], [await subjectId(office, 'li-guoqiang'), 1])
  await assert.rejects(office.call('subjects.sign-in-with-phone-code', anonymous, { phone, code }), { code: 'session.phone-code-wrong' })
})

test('who holds a phone that nobody registered learns so only with the right code', async () => {
  const phone = '13900000000'
  await office.call('subjects.request-phone-code', anonymous, { phone })
  const code = await lastCode()
  const wrong = code === '000000' ? '000001' : '000000'
  await assert.rejects(office.call('subjects.sign-in-with-phone-code', anonymous, { phone, code: wrong }), { code: 'session.phone-code-wrong' })
  await assert.rejects(office.call('subjects.sign-in-with-phone-code', anonymous, { phone, code }), { code: 'subjects.phone-not-registered' })
})

test('a token to act as a citizen is made for the demo city by the program alone, not by an administrator', async () => {
  const named = { key: 'tan-yongan' }
  const { token, person } = await office.call('subjects.issue-token', loader, named)
  assert.equal((await findCaller(office.database.db, token, office.clock.now())).kind, 'person')
  for (const other of [await administrator(office), await clerk(office)]) await assert.rejects(office.call('subjects.issue-token', other, named), { code: 'contract.not-permitted' })
  const { rows } = await office.database.pool.query(`SELECT detail->>'askedBy' AS by FROM access_log WHERE actor = $1 AND purpose = 'token'`, [`person:${person.id}`])
  assert.deepEqual(rows, [{ by: 'system:loader' }])
})
