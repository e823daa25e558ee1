import assert from 'node:assert/strict'
import { webcrypto } from 'node:crypto'
import { test } from 'node:test'
import type { Ask } from './file-answer.ts'
import { sendInPieces } from './send-in-pieces.ts'

const MiB = 1_048_576
const file = new File([Buffer.alloc(MiB, 'a'), Buffer.alloc(MiB, 'b'), Buffer.alloc(500, 'c')], '平面图.pdf')

/** A server that keeps what it gets, and a line that breaks at the pieces that are named (counted from 1), before or after they arrived. */
function serverOf(breaks: { readonly before?: readonly number[]; readonly after?: readonly number[] } = {}) {
  let kept: readonly number[] = []
  let pieces = 0
  const ask: Ask = async ({ method, address, body }) => {
    if (method === 'POST') return { status: 200, body: { id: 'one', received: kept.length } }
    pieces += 1
    if (breaks.before?.includes(pieces)) return { status: 0, body: null }
    const bytes = new Uint8Array(await (body as Blob).arrayBuffer())
    if (Number(new URL(address, 'http://office.test').searchParams.get('offset')) !== kept.length) return { status: 409, body: { received: kept.length } }
    kept = [...kept, ...bytes]
    if (breaks.after?.includes(pieces)) return { status: 0, body: null }
    return { status: 200, body: { received: kept.length, file: kept.length === file.size ? { id: 'file' } : null } }
  }
  return { ask, pieces: () => pieces, kept: () => Buffer.from(kept) }
}

const send = (ask: Ask, onProgress: (percent: number) => void = () => undefined) => sendInPieces({ address: '/api/v1/uploads', lang: 'zh-CN', subtle: webcrypto.subtle, ask }, file, onProgress)

test('a file goes piece by piece and arrives as it was', async () => {
  const server = serverOf()
  assert.deepEqual(await send(server.ask), { ok: true, id: 'file' })
  assert.equal(server.pieces(), 3)
  assert.deepEqual(server.kept(), Buffer.from(await file.arrayBuffer()))
})

test('after a broken line only what is missing is sent again, whether the piece had arrived or not', async () => {
  const lost = serverOf({ before: [2] })
  assert.deepEqual(await send(lost.ask), { ok: true, id: 'file' })
  assert.equal(lost.pieces(), 4)
  const unanswered = serverOf({ after: [2] })
  assert.deepEqual(await send(unanswered.ask), { ok: true, id: 'file' })
  assert.equal(unanswered.pieces(), 3)
})

test('a line that stays broken ends the sending; the same file sent another day begins where it stopped', async () => {
  const server = serverOf({ before: [2, 3, 4, 5] })
  assert.deepEqual(await send(server.ask), { ok: false, fault: '' })
  assert.equal(server.kept().length, MiB)
  const seen: number[] = []
  const again = serverOf()
  const resumed: Ask = (request, tell) => (request.method === 'POST' ? Promise.resolve({ status: 200, body: { id: 'one', received: 2 * MiB } }) : (tell(100), again.ask({ ...request, address: request.address.replace(/offset=\d+/, 'offset=0') }, tell)).then(() => ({ status: 200, body: { file: { id: 'file' } } })))
  assert.deepEqual(await send(resumed, (percent) => seen.push(percent)), { ok: true, id: 'file' })
  assert.equal(again.kept().length, 500, 'only the rest was sent')
  assert.deepEqual(seen, [100])
})

test('a refusal is no broken line: it is told at once, in the words of the office', async () => {
  assert.deepEqual(await send(async () => ({ status: 429, body: { title: '没传完的文件太多' } })), { ok: false, fault: '没传完的文件太多' })
})
