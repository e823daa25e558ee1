import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import type { InputOf } from '#app'
import { staffCaller } from '#test/harness/callers.ts'
import { hotlinePeople, marketUnit, seen } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const { seat, handler } = await hotlinePeople(office)
const supervisor = await staffCaller(office, 'HD0013')
after(async () => {
  await pages.close()
  await office.close()
})

const paper = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const scan = async (): Promise<string> => (await office.call('kernel.upload-file', seat, { name: '来信.pdf', bytes: paper })).id
const written = { kind: 'complaint', channel: 'mail', title: '预付卡不退', content: '健身房关门，预付卡余额不退。', name: '何小满' } as const
const take = (changes: Partial<InputOf<'hotline.register-order'>> = {}) => office.call('hotline.register-order', seat, { ...written, ...changes })
const dueOf = async (number: string) => (await seen(office, seat, number)).clocks[0]?.dueAt
const read = (number: string, fileId: string, caller = seat) => office.call('hotline.get-order-file', caller, { number, fileId })

test('a letter is taken by the seat with its days and its scan, and the order shows them', async () => {
  const fileId = await scan()
  const { number } = await take({ letter: { writtenOn: '2026-09-02', arrivedOn: '2026-09-07', fileIds: [fileId] } })
  const { channel, letter } = await seen(office, seat, number)
  assert.deepEqual([channel, letter], ['mail', { writtenOn: '2026-09-02', arrivedOn: '2026-09-07', fileIds: [fileId] }])
  const file = await read(number, fileId)
  assert.ok(file instanceof FileAnswer)
  assert.equal(file.contentType, 'application/pdf')
})

test('H-02 a letter that has lain since Thursday is due as if it had been taken on Thursday', async () => {
  const lain = await take({ letter: { arrivedOn: '2026-09-03' } })
  const today = await take()
  assert.deepEqual([await dueOf(lain.number), await dueOf(today.number)], ['2026-09-11T00:00:00+08:00', '2026-09-15T00:00:00+08:00'])
  assert.deepEqual((await seen(office, seat, today.number)).letter, { writtenOn: null, arrivedOn: '2026-09-07', fileIds: [] })
})

test('the days of a letter fit together, and only what came by letter has any', async () => {
  for (const [letter, pointer] of [[{ arrivedOn: '2026-09-08' }, '/letter/arrivedOn'], [{ writtenOn: '2026-09-08' }, '/letter/writtenOn'], [{ writtenOn: '2026-09-04', arrivedOn: '2026-09-03' }, '/letter/writtenOn']] as const) {
    await assert.rejects(take({ letter }), (error: { readonly code?: string; readonly fields?: readonly { readonly pointer: string }[] }) => error.code === 'hotline.letter-day-wrong' && error.fields?.[0]?.pointer === pointer)
  }
  await assert.rejects(take({ channel: 'phone', letter: { writtenOn: '2026-09-02' } }), { code: 'hotline.letter-foreign' })
  await assert.rejects(take({ letter: { fileIds: [(await office.call('kernel.upload-file', handler, { name: '来信.pdf', bytes: paper })).id] } }), { code: 'files.not-found' })
  await assert.rejects(office.call('hotline.file-order', anonymous, { ...written, channel: 'mail' as 'web' }), { code: 'contract.invalid-input' })
})

test('H-02 a letter lies for a year at most: a day further back is a slip of the keys, and no clock begins with it', async () => {
  assert.equal((await seen(office, seat, (await take({ letter: { arrivedOn: '2025-09-08' } })).number)).letter?.arrivedOn, '2025-09-08')
  for (const arrivedOn of ['2025-09-01', '2016-09-07'] as const) await assert.rejects(take({ letter: { arrivedOn } }), { code: 'hotline.letter-day-wrong' })
})

test('H-11 the scan of a secret letter is read by the hotline only, that of another by its handler too, never by the supervisors, and every reading is recorded', async () => {
  const [secret, open] = await Promise.all([true, false].map(async (isSecret) => {
    const fileId = await scan()
    const { number } = await take({ secret: isSecret, letter: { fileIds: [fileId] } })
    await office.call('hotline.dispatch-order', seat, { number, category: 'market', mainUnitId: marketUnit, ...(isSecret && { brief: { title: '预付卡退款', text: '有群众反映某健身房不退预付卡。' } }) })
    return { number, fileId }
  }))
  assert.ok(secret && open)
  for (const caller of [handler, supervisor]) {
    assert.equal((await seen(office, caller, secret.number)).letter, null)
    await assert.rejects(read(secret.number, secret.fileId, caller), { code: 'files.not-found' })
  }
  await assert.rejects(read(open.number, open.fileId, supervisor), { code: 'files.not-found' })
  await assert.rejects(office.call('kernel.get-own-file', seat, { id: secret.fileId }), { code: 'files.not-found' })
  await read(secret.number, secret.fileId)
  await read(open.number, open.fileId, handler)
  const { rows } = await office.database.pool.query(`SELECT actor, subject_id IS NOT NULL AS "ofCaller" FROM access_log WHERE act = 'read-file' AND purpose = 'hotline.letter' AND detail ->> 'fileId' = ANY($1) ORDER BY at, actor`, [[secret.fileId, open.fileId]])
  assert.deepEqual(rows.toSorted((one, other) => one.actor.localeCompare(other.actor)), [{ actor: `staff:${seat.id}`, ofCaller: true }, { actor: `staff:${handler.id}`, ofCaller: true }])
})

test('a letter is written down at the seat by the form alone; a wrong day comes back beside its field with everything that was typed', async () => {
  const fields = { act: 'register', kind: 'complaint', channel: 'mail', title: '纸上写的', content: '来信反映路灯不亮。', 'letter-writtenOn': '2026-09-01' }
  const refused = await pages.post('/hotline', seat, { ...fields, key: crypto.randomUUID(), 'letter-arrivedOn': '2026-09-30' })
  assert.equal(refused.status, 400)
  assert.match(refused.html, /href="#letter-arrivedOn"[^>]*>落款日期不晚于收到日期/)
  assert.match(refused.html, /<details open[\s\S]*value="2026-09-30"/)
  const sent = { ...fields, key: crypto.randomUUID(), 'letter-arrivedOn': '2026-09-04', 'letter-fileIds': new File([paper], '来信.pdf', { type: 'application/pdf' }) }
  const { location } = await pages.post('/hotline', seat, sent)
  assert.equal((await pages.post('/hotline', seat, sent)).location, location)
  const { html } = await pages.get(location ?? '', seat)
  assert.match(html, /来信、邮件[\s\S]*落款日期[\s\S]{0,60}2026年9月1日[\s\S]*收到日期[\s\S]{0,60}2026年9月4日[\s\S]*查看原件1/)
})
