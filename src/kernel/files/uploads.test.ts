import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { anonymous, type Caller, law } from '#kernel/access/caller.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())

const person: Caller = { kind: 'person', id: '01990000-0000-7000-8000-000000000001', level: 3, name: '李*' }
const other: Caller = { kind: 'person', id: '01990000-0000-7000-8000-000000000002', level: 3, name: '王*' }
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const dayMs = 86_400_000

/** A PDF of its own of some length. */
const plan = (length: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(length, `${length} `), Buffer.from('\n%%EOF\n')])
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const begin = (bytes: Uint8Array, caller: Caller = person, name = '平面图.pdf') => office.call('kernel.begin-upload', caller, { name, size: bytes.length, sha256: sha256(bytes) })
const append = (id: string, offset: number, bytes: Uint8Array, caller: Caller = person) => office.call('kernel.append-to-upload', caller, { id, offset, bytes })

test('a file that came in three pieces, with a day between two of them, is the file that was sent', async () => {
  const bytes = plan(3000)
  const { id } = await begin(bytes)
  assert.deepEqual(await append(id, 0, bytes.subarray(0, 1000)), { received: 1000, file: null })
  office.clock.advance(dayMs)
  assert.deepEqual(await begin(bytes), { id, received: 1000 }, 'the same file chosen again goes on')
  await append(id, 1000, bytes.subarray(1000, 2000))
  assert.deepEqual(await office.call('kernel.get-upload', person, { id }), { id, name: '平面图.pdf', size: bytes.length, received: 2000 })
  const { file } = await append(id, 2000, bytes.subarray(2000))
  assert.deepEqual([file?.name, file?.mediaType, file?.size], ['平面图.pdf', 'application/pdf', bytes.length])
  const answer = await office.call('kernel.get-own-file', person, { id: file?.id ?? '' })
  assert.ok(answer instanceof FileAnswer)
  assert.deepEqual(Buffer.from(answer.bytes), bytes)
  await assert.rejects(office.call('kernel.get-upload', person, { id }), refusal('files.upload-unknown'), 'what is whole is no upload any more')
})

test('a piece that does not follow on what came is refused and told where to go on; a piece sent twice is one', async () => {
  const bytes = plan(2000)
  const { id } = await begin(bytes)
  await append(id, 0, bytes.subarray(0, 700))
  for (const offset of [0, 699, 701]) {
    await assert.rejects(append(id, offset, bytes.subarray(offset, offset + 100)), (error) => refusal('files.offset-wrong')(error) && error instanceof Refusal && error.details['received'] === 700)
  }
  await append(id, 700, bytes.subarray(700, 1400))
  const { file } = await append(id, 1400, bytes.subarray(1400))
  assert.equal(file?.size, bytes.length)
})

test('two tabs that send the same piece at once: one is taken, the other is told where to go on', async () => {
  const bytes = plan(900)
  const { id } = await begin(bytes)
  const outcomes = await Promise.allSettled([append(id, 0, bytes.subarray(0, 500)), append(id, 0, bytes.subarray(0, 500))])
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal((await append(id, 500, bytes.subarray(500))).file?.size, bytes.length)
})

test('a last piece under a key that another piece used is refused, and what came before it stays', async () => {
  const bytes = plan(1800)
  const { id } = await begin(bytes)
  const underOneKey = (offset: number, end?: number) => office.call('kernel.append-to-upload', person, { id, offset, bytes: bytes.subarray(offset, end) }, { idempotencyKey: 'one-for-all' })
  assert.equal((await underOneKey(0, 800)).received, 800)
  assert.equal((await underOneKey(0, 800)).received, 800, 'the same piece again gets its answer')
  await assert.rejects(underOneKey(800), refusal('contract.idempotency-key-reused'))
  assert.equal((await begin(bytes)).received, 800)
  assert.equal((await append(id, 800, bytes.subarray(800))).file?.size, bytes.length)
})

test('what a crash left on the disk behind the last piece that was acknowledged is cut off', async () => {
  const bytes = plan(1500)
  const { id } = await begin(bytes)
  await append(id, 0, bytes.subarray(0, 600))
  await office.app.services.fileParts.append(id, 600, Buffer.from('half a piece that no transaction kept'))
  assert.equal((await begin(bytes)).received, 600)
  assert.equal((await append(id, 600, bytes.subarray(600))).file?.size, bytes.length)
})

test('a disk that lost its draft makes the file begin anew, not end with a hole', async () => {
  const bytes = plan(1600)
  const { id } = await begin(bytes)
  await append(id, 0, bytes.subarray(0, 600))
  await office.app.services.fileParts.remove(id)
  assert.equal((await begin(bytes)).received, 0)
  await assert.rejects(append(id, 600, bytes.subarray(600)), refusal('files.offset-wrong'))
  assert.equal((await append(id, 0, bytes)).file?.size, bytes.length)
})

test('nobody finds the upload of somebody else, to read it or to add to it; the same file of two people is two uploads', async () => {
  const bytes = plan(1100)
  const { id } = await begin(bytes)
  await assert.rejects(office.call('kernel.get-upload', other, { id }), refusal('files.upload-unknown'))
  await assert.rejects(append(id, 0, bytes, other), refusal('files.upload-unknown'))
  await assert.rejects(begin(bytes, anonymous), refusal('contract.sign-in-required'))
  assert.notEqual((await begin(bytes, other)).id, id)
})

test('what is not the file that was announced, or no file that is taken, is refused at its end and begins anew', async () => {
  const bytes = plan(1200)
  const { id } = await begin(bytes)
  const changed = Buffer.from(bytes)
  changed[900] = 0
  await assert.rejects(append(id, 0, changed), refusal('files.upload-differs'))
  await assert.rejects(office.call('kernel.get-upload', person, { id }), refusal('files.upload-unknown'))
  await assert.rejects(begin(bytes).then((again) => append(again.id, 0, Buffer.concat([bytes, bytes]))), refusal('files.upload-differs'))
  const page = Buffer.from('<html><script>alert(1)</script></html>')
  await assert.rejects(begin(page, person, '说明.pdf').then((again) => append(again.id, 0, page)), refusal('files.type-not-allowed'))
  await assert.rejects(office.call('kernel.begin-upload', person, { name: '大.dwg', size: 100 * 1024 * 1024 + 1, sha256: sha256(bytes) }), refusal('contract.invalid-input'))
})

test('nobody fills the disk with beginnings', async () => {
  const busy: Caller = { ...person, id: '01990000-0000-7000-8000-000000000003' }
  for (let place = 1; place <= 30; place++) await begin(plan(place), busy)
  await assert.rejects(begin(plan(31), busy), refusal('files.too-many-uploads'))
  assert.equal((await begin(plan(30), busy)).received, 0, 'one that was begun may go on')
})

test('an upload to which nothing came for a week goes, with what was kept of it', async () => {
  const bytes = plan(1300)
  await office.call('kernel.clean-up', law, {})
  const { id } = await begin(bytes, other, '旧图.pdf')
  await append(id, 0, bytes.subarray(0, 400), other)
  office.clock.advance(7 * dayMs)
  await office.call('kernel.clean-up', law, {})
  assert.equal(await office.app.services.fileParts.sizeOf(id), 400)
  office.clock.advance(1)
  const { uploads } = await office.call('kernel.clean-up', law, {})
  assert.ok(uploads >= 1)
  assert.equal(await office.app.services.fileParts.sizeOf(id), 0)
  await assert.rejects(office.call('kernel.get-upload', other, { id }), refusal('files.upload-unknown'))
})
