import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Caller } from '#kernel/access/caller.ts'
import { openSession } from '#kernel/session/sessions.ts'
import { approverOf, clerk, personCaller, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { anAcceptedCase, aSubmittedCase, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { createDoors } from '../../serve.ts'
import { createLiveDoor } from './live-door.ts'
import { createLiveHub } from './live-hub.ts'
import type { LiveTopic } from './live-topic.ts'

const office = await openTestOffice({ with: 'city' })
const live = createLiveDoor(office.app, { lookMs: 20, lifeMs: 60_000, mostOfOne: 2, most: 6 })
const doors = createDoors(office.app, undefined, { live })
const open = new Set<() => Promise<void>>()
after(async () => {
  for (const close of open) await close()
  live.close()
  await office.close()
})

interface Stream {
  /** The next event that says `changed`; undefined when the stream has ended. */
  next(): Promise<{ readonly id: string } | undefined>
  close(): Promise<void>
}

async function ask(caller: Caller | undefined, topics: string, headers: Readonly<Record<string, string>> = {}, seen = ''): Promise<Response> {
  const token = caller && (await openSession(office.app.db, caller, { kind: 'token', now: office.clock.now() })).token
  return doors.request(`/live?topics=${topics}&seen=${seen}`, { headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers } })
}

async function watch(caller: Caller, topics: string, headers: Readonly<Record<string, string>> = {}): Promise<Stream> {
  const { token } = await office.call('kernel.get-live-state', caller, { topics })
  return read(await ask(caller, topics, headers, token))
}

function read(response: Response): Stream {
  assert.equal(response.status, 200)
  const reader = (response.body ?? assert.fail('no stream')).pipeThrough(new TextDecoderStream()).getReader()
  let waiting = ''
  const close = async (): Promise<void> => {
    open.delete(close)
    await reader.cancel()
  }
  open.add(close)
  return {
    close,
    async next() {
      for (;;) {
        const id = /event: changed\nid: (\w+)\n/.exec(waiting)?.[1]
        if (id !== undefined) {
          waiting = ''
          return { id }
        }
        const { value, done } = await reader.read()
        if (done) return undefined
        waiting += value
      }
    },
  }
}

test('what a colleague does appears on an open queue without asking again, and what other units do does not', async () => {
  const { number } = await anAcceptedCase(office)
  const approver = await approverOf(office, foodLicence.unit)
  const stream = await watch(approver, 'kernel.tasks')
  const before = await office.call('kernel.get-live-state', approver, { topics: 'kernel.tasks' })
  await aSubmittedCase(office)
  assert.deepEqual(await office.call('kernel.get-live-state', approver, { topics: 'kernel.tasks' }), before, 'an application still waits at the window')
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.unit), { number, opinion: 'agree', text: '符合要求', officers: ['HD0076', 'HD0077'] })
  const { id } = (await stream.next()) ?? assert.fail('nothing was told')
  assert.equal(id, (await office.call('kernel.get-live-state', approver, { topics: 'kernel.tasks' })).token)
  await stream.close()
})

test('an open case tells of its next step and of a colleague who opens it, and of nothing that its reader did himself', async () => {
  const { number } = await anAcceptedCase(office)
  const [reviewer, approver] = [await reviewerOf(office, foodLicence.unit), await approverOf(office, foodLicence.unit)]
  const topics = `cases.case~${number}`
  const stream = await watch(reviewer, topics)
  const { token } = await office.call('kernel.get-live-state', reviewer, { topics })
  await office.call('cases.note-opening', reviewer, { number })
  assert.equal((await office.call('kernel.get-live-state', reviewer, { topics })).token, token)
  await office.call('cases.note-opening', approver, { number })
  const opened = await stream.next()
  assert.notEqual(opened?.id, token)
  await office.call('cases.review-case', reviewer, { number, opinion: 'agree', text: '符合要求', officers: ['HD0076', 'HD0077'] })
  assert.notEqual((await stream.next())?.id, opened?.id)
  await stream.close()
})

test('who comes back with the last event that he saw is told at once what he missed, and nothing if he missed nothing', async () => {
  const { number } = await anAcceptedCase(office)
  const reviewer = await reviewerOf(office, foodLicence.unit)
  const topics = `cases.case~${number}`
  const { token: seen } = await office.call('kernel.get-live-state', reviewer, { topics })
  await office.call('cases.review-case', reviewer, { number, opinion: 'agree', text: '符合要求', officers: ['HD0076', 'HD0077'] })
  const { token } = await office.call('kernel.get-live-state', reviewer, { topics })
  const back = read(await ask(reviewer, topics, { 'last-event-id': seen }))
  assert.equal((await back.next())?.id, token)
  await back.close()
})

test('numbers called in a hall appear on its screen', async () => {
  const manager = await staffCaller(office, 'HD0006')
  const stream = await watch(manager, 'reception.hall')
  await office.call('reception.take-ticket', await clerk(office), { kind: 'general' })
  assert.ok(await stream.next())
  await stream.close()
})

test('only who is signed in and may read a thing may watch it: others are told what a reading would tell them', async () => {
  const { number } = await aSubmittedCase(office)
  const reviewer = await reviewerOf(office, foodLicence.unit)
  const refused = async (caller: Caller | undefined, topics: string): Promise<readonly [number, string]> => {
    const answer = await ask(caller, topics)
    return [answer.status, String(((await answer.json()) as { code: string }).code)]
  }
  assert.deepEqual(await refused(undefined, 'kernel.tasks'), [401, 'contract.sign-in-required'])
  assert.deepEqual(await refused(await personCaller(office, 'zhang-xiaomei'), 'kernel.tasks'), [403, 'contract.not-permitted'])
  assert.deepEqual(await refused(await reviewerOf(office, 'gongan'), `cases.case~${number}`), [404, 'cases.unknown'])
  assert.deepEqual(await refused(reviewer, 'kernel.secrets'), [404, 'live.topic-unknown'])
  assert.deepEqual(await refused(reviewer, 'kernel.tasks,,;'), [404, 'live.topic-unknown'])
})

test('one person has a few streams and no more, and one that is closed makes place for the next', async () => {
  const reviewer = await reviewerOf(office, foodLicence.unit)
  const first = await watch(reviewer, 'kernel.tasks')
  const second = await watch(reviewer, 'kernel.tasks')
  assert.equal((await ask(reviewer, 'kernel.tasks')).status, 429)
  await first.close()
  const third = await watch(reviewer, 'kernel.tasks')
  await second.close()
  await third.close()
})

test('a stream is no file to keep or to pack, and says when to come again, each time another while', async () => {
  const reviewer = await reviewerOf(office, foodLicence.unit)
  const response = await ask(reviewer, 'kernel.tasks', { 'accept-encoding': 'gzip' })
  assert.deepEqual(['content-type', 'cache-control', 'content-encoding'].map((name) => response.headers.get(name)), ['text/event-stream; charset=utf-8', 'no-store, no-transform', null])
  const reader = (response.body ?? assert.fail('no stream')).pipeThrough(new TextDecoderStream()).getReader()
  assert.match((await reader.read()).value ?? '', /^retry: [3-9]\d{3}\n\n$/)
  await reader.cancel()
})

test('many open pages cost one statement a look, which names everything once', async () => {
  const looks: (readonly string[])[] = []
  let version = 1
  const topic: LiveTopic = { name: 'test.things', permission: { roles: ['staff'] }, keysOf: async () => [], readStates: async (_, keys) => (looks.push(keys), new Map(keys.map((key) => [key, String(version)]))) }
  const hub = createLiveHub(office.app.db, office.app.services.log, { lookMs: 5, lifeMs: 60_000, mostOfOne: 2, most: 6 })
  const told = ['a', 'b', 'c'].map((owner) => new Promise<string>((resolve) => void hub.join({ owner, watched: [{ topic, asked: topic.name, keys: ['shared', owner] }], seen: '', changed: resolve, end: () => undefined })))
  version = 2
  await Promise.all(told)
  hub.close()
  assert.deepEqual(looks[0], ['shared', 'a', 'b', 'c'])
})

test('when the office closes every stream ends and nobody is taken any more', async () => {
  const own = createLiveDoor(office.app, { lookMs: 20, lifeMs: 60_000, mostOfOne: 2, most: 6 })
  const caller = await reviewerOf(office, foodLicence.unit)
  const stream = read(await own.answer({ caller, topics: 'kernel.tasks', seen: (await office.call('kernel.get-live-state', caller, { topics: 'kernel.tasks' })).token, owner: 'staff:HD0076' }))
  own.close()
  assert.equal(await stream.next(), undefined)
  await assert.rejects(own.answer({ caller, topics: 'kernel.tasks', seen: '', owner: 'staff:HD0076' }), { code: 'live.too-many-watching' })
})

test('a stream ends after its time, so that rights that were taken away end with it', async () => {
  const own = createLiveDoor(office.app, { lookMs: 5, lifeMs: 15, mostOfOne: 2, most: 6 })
  const caller = await reviewerOf(office, foodLicence.unit)
  const stream = read(await own.answer({ caller, topics: 'kernel.tasks', seen: (await office.call('kernel.get-live-state', caller, { topics: 'kernel.tasks' })).token, owner: 'staff:HD0076' }))
  assert.equal(await stream.next(), undefined)
  own.close()
})
