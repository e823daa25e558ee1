import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Caller } from '#kernel/access/caller.ts'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { createLog } from '#kernel/log/log.ts'
import { openTestOffice } from '#test/harness/office.ts'
import type { Channels, OutgoingMessage } from './channel.ts'
import { sendNotificationsJob } from './jobs.ts'
import { fillMessage } from './message-text.ts'
import { type Notification, notify } from './notify.ts'
import { sendDue } from './send-due.ts'
import { mostAttempts } from './store.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
const { db } = office.database
const { vault, config } = office.app.services

const personId = '01990000-0000-7000-8000-000000000001'
const person: Caller = { kind: 'person', id: personId, level: 3, name: '李*' }
const other: Caller = { kind: 'person', id: '01990000-0000-7000-8000-000000000002', level: 3, name: '王*' }
const staff = (id: string, role: string): Caller => ({ kind: 'staff', id, name: '张三', unitId: 'market', roles: [{ role, unitId: 'market' }] })
const job: Caller = { kind: 'system', name: 'job' }
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
await vault.createKey(db, personId)

const acceptance: Notification = {
  recipient: `person:${personId}`,
  subjectId: personId,
  matterId: null,
  channels: ['in-app', 'sms'],
  template: { key: 'trial.accepted', text: '{{name}}，你的{{item}}已受理。' },
  params: { name: '李四', item: '食品经营许可' },
  address: { sms: '13800000000' },
}

/** A command that does what the test says, in a transaction of its own as every command. */
async function inCommand(run: (ctx: Ctx) => Promise<void>): Promise<void> {
  const operation = defineOperation({ name: 'trial.tell', summary: '', kind: 'command', access: 'public', input: z.object({}), output: z.object({}), refusals: [], run: async (ctx) => (await run(ctx), {}) })
  await office.app.run(operation, job, {})
}

const tell = (changes: Partial<Notification> = {}) => inCommand((ctx) => notify(ctx, { ...acceptance, ...changes }))
const rows = async () => (await sql<{ id: string; channel: string; attempts: number; sent_at: Date | null; next_attempt_at: Date | null }>`SELECT * FROM notifications ORDER BY created_at, id`.execute(db)).rows
const empty = () => office.database.pool.query('UPDATE notifications SET next_attempt_at = NULL')

function sender(send: (message: OutgoingMessage) => Promise<void>) {
  const channels: Channels = { sms: { send } }
  return { db, now: office.clock.now(), vault, log: createLog('silent'), channels }
}

test('the text is filled once: a value that looks like a placeholder stays as it is, a missing value is a fault', () => {
  assert.equal(fillMessage({ key: 'k', text: '{{a}}和{{b}}' }, { a: '{{b}}', b: 2 }), '{{b}}和2')
  assert.throws(() => fillMessage({ key: 'k', text: '{{toString}}' }, {}), /no value for \{\{toString\}\}/)
})

test('a day in a message is told as people read it, with what is said behind it; what only begins like one stays', () => {
  assert.equal(fillMessage({ key: 'k', text: '将在{{due}}前答复' }, { due: '2026-10-08' }), '将在2026年10月8日前答复')
  assert.equal(fillMessage({ key: 'k', text: '延至{{due}}。' }, { due: '2027-01-06（暂定）' }), '延至2027年1月6日（暂定）。')
  assert.equal(fillMessage({ key: 'k', text: '编号{{number}}' }, { number: '2026-10-0815' }), '编号2026-10-0815')
  assert.equal(fillMessage({ key: 'k', text: '{{day}}' }, { day: '2026-02-30' }), '2026-02-30')
})

test('nothing is told and nothing is sent when the step it tells of is refused', async () => {
  const before = await rows()
  await assert.rejects(
    inCommand(async (ctx) => {
      await notify(ctx, acceptance)
      throw new Refusal(contractRefusals.notPermitted)
    }),
    refusal('contract.not-permitted'),
  )
  assert.deepEqual(await rows(), before)
  assert.equal(await sendDue(sender(async () => assert.fail('nothing to send'))), 0)
})

test('a message is one row per channel, unreadable in the database, and readable by its recipient alone', async () => {
  await tell()
  const { rows: stored } = await sql<{ channel: string; sealed: Buffer }>`SELECT channel, sealed_text AS sealed FROM notifications`.execute(db)
  assert.deepEqual(stored.map((row) => row.channel), ['in-app', 'sms'])
  for (const { sealed } of stored) for (const plain of ['李四', '13800000000', '食品经营许可']) assert.ok(!sealed.includes(plain))
  const { items } = await office.call('kernel.list-messages', person, {})
  assert.deepEqual(items.map(({ text, template, readAt }) => ({ text, template, readAt })), [{ text: '李四，你的食品经营许可已受理。', template: 'trial.accepted', readAt: null }])
  assert.deepEqual((await office.call('kernel.list-messages', other, {})).items, [])
  await empty()
})

test('the job sends what is due through the channels of the office and the demo outbox shows it to the administrator, who is recorded', async () => {
  await tell()
  await sendNotificationsJob.run(office.app.jobContext(), {})
  const administrator = staff('HD0009', 'administrator')
  const [newest] = (await office.call('kernel.list-sent-messages', administrator, { limit: 1 })).items
  assert.deepEqual([newest?.text, newest?.to, newest?.attempts, newest?.sentAt], ['李四，你的食品经营许可已受理。', '13800000000', 1, '2026-09-07T09:00:00+08:00'])
  const { rows: log } = await sql`SELECT actor, subject_id FROM access_log WHERE act = 'unmask'`.execute(db)
  assert.deepEqual(log, [{ actor: 'staff:HD0009', subject_id: personId }])
  await assert.rejects(office.call('kernel.list-sent-messages', staff('HD0002', 'windowClerk'), {}), refusal('contract.not-permitted'))
})

test('outside the demo nobody reads the outbox, and without a gateway messages wait', async () => {
  const services = { ...office.app.services, config: { ...config, demo: false } }
  const operation = office.app.operations.find((one) => one.name === 'kernel.list-sent-messages')
  const ctx = { db, caller: staff('HD0009', 'administrator'), now: office.clock.now(), services } as Ctx
  await assert.rejects(async () => operation?.run(ctx, { limit: 20 }), refusal('contract.not-found'))
  await tell({ channels: ['sms'] })
  await sendNotificationsJob.run({ ...office.app.jobContext(), services }, {})
  const waiting = (await rows()).filter((row) => row.next_attempt_at !== null)
  assert.deepEqual(waiting.map((row) => [row.attempts, row.sent_at]), [[0, null]])
  await empty()
})

test('a message is sent once, however often and by however many workers the job runs', async () => {
  await tell({ channels: ['sms'] })
  await tell({ channels: ['sms'] })
  const sent: string[] = []
  const once = sender(async ({ id }) => void sent.push(id))
  await Promise.all([sendDue(once), sendDue(once), sendDue(once)])
  await sendDue(once)
  assert.equal(sent.length, 2)
  assert.equal(new Set(sent).size, 2)
})

test('a failed message is tried again after 1, 2, 4 … minutes, with the same id, and given up after the eighth try', async () => {
  await tell({ channels: ['sms'] })
  const tries: { readonly id: string; readonly at: number }[] = []
  const start = office.clock.now().getTime()
  for (let minute = 0; minute <= 200; minute++) {
    await sendDue(
      sender(async ({ id }) => {
        tries.push({ id, at: (office.clock.now().getTime() - start) / 60_000 })
        throw new Error('the gateway is away')
      }),
    )
    office.clock.advance(60_000)
  }
  assert.deepEqual(tries.map((one) => one.at), [0, 1, 3, 7, 15, 31, 63, 127])
  assert.equal(new Set(tries.map((one) => one.id)).size, 1)
  const row = (await rows()).find((one) => one.id === tries[0]?.id)
  assert.deepEqual([row?.attempts, row?.sent_at, row?.next_attempt_at], [mostAttempts, null, null])
})

test('a message to a role of a unit reaches all who hold it there, and is read for all once one has read it', async () => {
  await tell({ recipient: 'unit:market:reviewer', subjectId: null, channels: ['in-app'] })
  const [first, second] = [staff('HD0003', 'reviewer'), staff('HD0004', 'reviewer')]
  const id = (await office.call('kernel.list-messages', first, {})).items[0]?.id ?? ''
  assert.equal((await office.call('kernel.list-messages', second, {})).items[0]?.id, id)
  assert.deepEqual((await office.call('kernel.list-messages', staff('HD0005', 'approver'), {})).items, [])
  await assert.rejects(office.call('kernel.mark-message-read', person, { id }), refusal('contract.not-found'))
  await office.call('kernel.mark-message-read', first, { id })
  assert.deepEqual((await office.call('kernel.list-messages', second, { unreadOnly: true })).items, [])
  assert.equal((await office.call('kernel.list-messages', second, {})).items.length, 1)
})

test('a long list comes in pages without gap or repetition, newest first', async () => {
  const recipient: Notification['recipient'] = 'staff:HD0006'
  for (let number = 0; number < 5; number++) await tell({ recipient, subjectId: null, channels: ['in-app'], template: { key: 'k', text: '{{number}}' }, params: { number } })
  const seen: (string | null)[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await office.call('kernel.list-messages', staff('HD0006', 'approver'), { limit: 2, cursor })
    seen.push(...page.items.map((item) => item.text))
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  assert.deepEqual(seen, ['4', '3', '2', '1', '0'])
})

test('the messages of a forgotten person cannot be read and are not sent', async () => {
  await tell()
  await vault.destroyKey(db, personId, office.clock.now())
  assert.equal(await sendDue(sender(async () => assert.fail('must not be sent'))), 0)
  const { items } = await office.call('kernel.list-messages', person, {})
  assert.ok(items.length > 0)
  for (const { text } of items) assert.equal(text, null)
})
