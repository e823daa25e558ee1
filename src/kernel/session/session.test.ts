import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { anonymous, type Caller } from '#kernel/access/caller.ts'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { hashPassword } from '#kernel/crypto/password.ts'
import { totpCode } from '#kernel/crypto/totp.ts'
import { must, Refusal, type Verdict } from '#kernel/errors/refusal.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { checkPassword, type PasswordAttempt, setPassword, setPasswordHashes, signInWithPassword } from './credentials.ts'
import { requestPhoneCode, takePhoneCode } from './phone-codes.ts'
import { enrolTotp, offerTotp, removeTotp } from './second-factor.ts'
import { findCaller, openSession } from './sessions.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
const { db } = office.database
const { vault } = office.app.services
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

/** Runs inside an operation of the given kind and throws its refusal, as an operation does. */
async function inside<T>(kind: 'query' | 'command', run: (ctx: Ctx) => Promise<Verdict<T>>): Promise<T> {
  const operation = defineOperation({
    name: 'trial.sign-in',
    summary: '',
    kind,
    access: 'public',
    input: z.object({}),
    output: z.object({ value: z.custom<T>() }),
    refusals: [],
    run: async (ctx) => ({ value: must(await run(ctx)) }),
  })
  return ((await office.app.run(operation, anonymous, {})) as { value: T }).value
}

const signIn = (attempt: PasswordAttempt, kind: 'query' | 'command' = 'command') => inside(kind, (ctx) => signInWithPassword(ctx, attempt))
const password = 'window-1-opens'
const cheap = await hashPassword(password, { logN: 4, r: 8, p: 1 })
const account = (number: string) => setPasswordHashes(db, [{ principal: `staff:${number}`, signInName: number, passwordHash: cheap }])

test('a password is as long as the rules ask and mixes two kinds of characters', () => {
  for (const good of ['window-1', '12345678a', '一二三四五六七1']) assert.equal(checkPassword(good).ok, true, good)
  for (const bad of ['', 'short-1', '12345678', 'abcdefgh', `a1${'x'.repeat(127)}`]) assert.equal(checkPassword(bad).ok, false, bad)
})

test('whoever knows name and password signs in, and a changed password holds at once', async () => {
  must(await setPassword(db, { principal: 'staff:HD0001', signInName: 'HD0001', password: 'first-password' }))
  assert.equal(await signIn({ name: 'HD0001', password: 'first-password' }), 'staff:HD0001')
  must(await setPassword(db, { principal: 'staff:HD0001', signInName: 'HD0001', password: 'second-password' }))
  await assert.rejects(signIn({ name: 'HD0001', password: 'first-password' }), refusal('session.wrong-name-or-password'))
  assert.equal(await signIn({ name: 'HD0001', password: 'second-password' }), 'staff:HD0001')
  assert.equal((await setPassword(db, { principal: 'staff:HD0001', signInName: 'HD0001', password: 'weak' })).ok, false)
})

test('an unknown name is answered like a wrong password, and neither SQL nor length breaks it', async () => {
  await account('HD0002')
  for (const name of ['nobody', "' OR 1=1 --", '', '\0']) await assert.rejects(signIn({ name, password }), refusal('session.wrong-name-or-password'))
  await assert.rejects(signIn({ name: 'HD0002', password: 'x'.repeat(10_000) }), refusal('session.wrong-name-or-password'))
})

for (const kind of ['command', 'query'] as const) {
  test(`in a ${kind} the fifth failure in a row locks the account for 15 minutes, even against the right password`, async () => {
    const name = kind === 'command' ? 'HD0003' : 'HD0004'
    await account(name)
    for (let failure = 1; failure <= 5; failure++) await assert.rejects(signIn({ name, password: 'wrong' }, kind), refusal('session.wrong-name-or-password'))
    await assert.rejects(signIn({ name, password }, kind), (error) => refusal('session.locked')(error) && (error as Refusal).details['retryAfterSeconds'] === 900)
    office.clock.advance(15 * 60_000 - 1)
    await assert.rejects(signIn({ name, password }, kind), refusal('session.locked'))
    office.clock.advance(1)
    assert.equal(await signIn({ name, password }, kind), `staff:${name}`)
  })
}

test('a success forgets earlier failures, and every attempt stands in the access log', async () => {
  await account('HD0005')
  for (let round = 0; round < 2; round++) {
    for (let failure = 1; failure <= 4; failure++) await assert.rejects(signIn({ name: 'HD0005', password: 'wrong' }), refusal('session.wrong-name-or-password'))
    assert.equal(await signIn({ name: 'HD0005', password }), 'staff:HD0005')
  }
  const { rows } = await sql<{ act: string; n: number }>`SELECT act, count(*) AS n FROM access_log WHERE actor = 'staff:HD0005' GROUP BY act ORDER BY act`.execute(db)
  assert.deepEqual(rows, [
    { act: 'sign-in', n: 2 },
    { act: 'sign-in-failed', n: 8 },
  ])
})

test('whoever knows the password but not the code, or comes while the account is locked, stands in the access log too', async () => {
  await account('HD0010')
  const { enrolment, uri } = offerTotp(vault, 'staff:HD0010')
  must(await enrolTotp(db, vault, { principal: 'staff:HD0010', enrolment, code: codeFrom(uri, office.clock.now()), now: office.clock.now() }))
  await assert.rejects(signIn({ name: 'HD0010', password }), refusal('session.code-required'))
  for (let failure = 1; failure <= 5; failure++) await assert.rejects(signIn({ name: 'HD0010', password: 'wrong' }), refusal('session.wrong-name-or-password'))
  await assert.rejects(signIn({ name: 'HD0010', password }, 'query'), refusal('session.locked'))
  const { rows } = await sql<{ code: string }>`SELECT DISTINCT detail->>'code' AS code FROM access_log WHERE actor = 'staff:HD0010' ORDER BY code`.execute(db)
  assert.deepEqual(rows.map(({ code }) => code), ['session.code-required', 'session.locked', 'session.wrong-name-or-password'])
})

/** Reads the secret as the authenticator app does, from the address in the QR code. */
function codeFrom(uri: string, now: Date): string {
  const bits = Array.from(new URL(uri).searchParams.get('secret') ?? '', (sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  return totpCode(secret, Math.floor(now.getTime() / 30_000))
}

test('an enrolled second factor is asked for, its code works once, and a wrong code counts as a failure', async () => {
  await account('HD0006')
  const caller: Caller = { kind: 'staff', id: 'HD0006', name: '张三', unitId: 'office', roles: [] }
  const { enrolment, uri } = await office.call('kernel.offer-second-factor', caller, {})
  await assert.rejects(office.call('kernel.enrol-second-factor', caller, { enrolment, code: '000000x' }), refusal('session.code-wrong'))
  assert.equal(await signIn({ name: 'HD0006', password }), 'staff:HD0006', 'an offer alone asks for nothing')
  const enrolled = codeFrom(uri, office.clock.now())
  await office.call('kernel.enrol-second-factor', caller, { enrolment, code: enrolled })

  await assert.rejects(signIn({ name: 'HD0006', password }), refusal('session.code-required'))
  await assert.rejects(signIn({ name: 'HD0006', password, code: enrolled }), refusal('session.code-wrong'), 'the code that enrolled is used')
  office.clock.advance(60_000)
  const code = codeFrom(uri, office.clock.now())
  assert.equal(await signIn({ name: 'HD0006', password, code }), 'staff:HD0006')
  for (let failure = 1; failure <= 5; failure++) await assert.rejects(signIn({ name: 'HD0006', password, code }), refusal('session.code-wrong'))
  await assert.rejects(signIn({ name: 'HD0006', password, code }), refusal('session.locked'))

  await removeTotp(db, 'staff:HD0006')
  office.clock.advance(15 * 60_000)
  assert.equal(await signIn({ name: 'HD0006', password }), 'staff:HD0006')
})

test('of two sign-ins with the same code at the same moment one succeeds', async () => {
  await account('HD0007')
  const { enrolment, uri } = offerTotp(vault, 'staff:HD0007')
  must(await enrolTotp(db, vault, { principal: 'staff:HD0007', enrolment, code: codeFrom(uri, office.clock.now()), now: office.clock.now() }))
  office.clock.advance(60_000)
  const attempt = { name: 'HD0007', password, code: codeFrom(uri, office.clock.now()) }
  const results = await Promise.allSettled([signIn(attempt), signIn(attempt), signIn(attempt)])
  assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1)
})

test('an offer is good for the one to whom it was made, and a second enrolment is refused', async () => {
  await account('HD0008')
  const now = office.clock.now()
  const { enrolment, uri } = offerTotp(vault, 'staff:HD0008')
  const code = codeFrom(uri, now)
  const enrol = async (principal: string, box: string) => {
    const verdict = await enrolTotp(db, vault, { principal, enrolment: box, code, now })
    return verdict.ok ? 'enrolled' : verdict.refusal.code
  }
  assert.equal(await enrol('staff:HD0001', enrolment), 'session.enrolment-invalid')
  assert.equal(await enrol('staff:HD0008', 'AAAA'), 'session.enrolment-invalid')
  assert.equal(await enrol('staff:HD0008', enrolment), 'enrolled')
  assert.equal(await enrol('staff:HD0008', enrolment), 'session.already-enrolled')
  const nobody = offerTotp(vault, 'staff:NOBODY')
  const verdict = await enrolTotp(db, vault, { principal: 'staff:NOBODY', enrolment: nobody.enrolment, code: codeFrom(nobody.uri, now), now })
  assert.equal(verdict.ok ? '' : verdict.refusal.code, 'session.no-password')
})

const person: Caller = { kind: 'person', id: '01990000-0000-7000-8000-000000000001', level: 1, name: '李*' }

const openBrowser = async (now: Date): Promise<string> => (await openSession(db, person, { kind: 'browser', now })).token

test('signing out ends this session and leaves another of the same person', async () => {
  const now = office.clock.now()
  const [kiosk, phone] = [await openBrowser(now), await openBrowser(now)]
  await office.call('kernel.sign-out', await findCaller(db, kiosk, now), {})
  assert.deepEqual(await findCaller(db, kiosk, now), anonymous)
  assert.deepEqual(await findCaller(db, phone, now), person)
  await assert.rejects(office.call('kernel.sign-out', anonymous, {}), refusal('contract.sign-in-required'))
})

const request = (phone: string) => inside('command', (ctx) => requestPhoneCode(ctx, phone))
const take = (phone: string, code: string) => inside('command', (ctx) => takePhoneCode(ctx, phone, code))

/** The code as it arrives: from the text of the newest SMS. */
async function smsCode(): Promise<string> {
  const administrator: Caller = { kind: 'staff', id: 'HD0009', name: '张三', unitId: 'office', roles: [{ role: 'administrator', unitId: 'office' }] }
  const { items } = await office.call('kernel.list-sent-messages', administrator, { limit: 1 })
  return /\d{6}/.exec(items[0]?.text ?? '')?.[0] ?? ''
}

test('a code reaches the telephone, signs in once, and neither number nor code stands in the database', async () => {
  const phone = '13800000001'
  await request(phone)
  const code = await smsCode()
  const { rows } = await sql<{ row: string }>`
    SELECT to_jsonb(c)::text AS row FROM phone_codes c UNION ALL SELECT to_jsonb(n)::text || encode(sealed_text, 'escape') FROM notifications n`.execute(db)
  for (const { row } of rows) assert.ok(!row.includes(phone) && !row.includes(`"${code}"`))
  await take(phone, code)
  await assert.rejects(take(phone, code), refusal('session.phone-code-wrong'))
})

test('a code dies after five minutes, after five wrong tries, and when a newer one is sent', async () => {
  const phone = '13800000002'
  await request(phone)
  const first = await smsCode()
  office.clock.advance(5 * 60_000)
  await assert.rejects(take(phone, first), refusal('session.phone-code-wrong'))

  await request(phone)
  const second = await smsCode()
  const wrong = second === '000000' ? '000001' : '000000'
  for (let tried = 1; tried <= 5; tried++) await assert.rejects(take(phone, wrong), refusal('session.phone-code-wrong'))
  await assert.rejects(take(phone, second), refusal('session.phone-code-wrong'))

  office.clock.advance(60_000)
  await request(phone)
  const third = await smsCode()
  await assert.rejects(take('13800000003', third), refusal('session.phone-code-wrong'), 'another telephone')
  await take(phone, third)
})

test('a telephone gets one code a minute, also when two requests come at once; what is no mobile number gets none', async () => {
  const phone = '13800000004'
  const results = await Promise.allSettled([request(phone), request(phone)])
  assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1)
  office.clock.advance(59_999)
  await assert.rejects(request(phone), refusal('session.phone-code-too-soon'))
  office.clock.advance(1)
  await request(phone)
  for (const odd of ['', '1380000000', '23800000000', '138000000001', "1380000000'", '+8613800000000']) await assert.rejects(request(odd), refusal('session.phone-invalid'))
})
