import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, type Caller } from '#kernel/access/caller.ts'
import { openTestDoors } from '#test/harness/doors.ts'
import { aPicture, gridCell, gridPeople, seenEvent } from '#test/harness/grid.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { sendReports, sendTrack } from './outbox-queue.ts'
import type { OutboxStore, WaitingReport } from './outbox-store.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const doors = openTestDoors(office)
const { town, worker } = await gridPeople(office)

/** The telephone of somebody: its requests go to the office without a network between. */
function telephoneOf(as: Caller): void {
  globalThis.fetch = async (path: string | URL | Request, { headers, body }: RequestInit = {}): Promise<Response> => {
    const sent = body instanceof Blob ? new Uint8Array(await body.arrayBuffer()) : (body as string)
    const { status, text } = await doors('POST', (path as string).replace('/api/v1', ''), { as, body: sent, headers: headers as Record<string, string> })
    return new Response(text, { status })
  }
}

/** What the telephone keeps, in memory. */
function emptyStore(): OutboxStore {
  const kept = { reports: new Map<string, unknown>(), steps: new Map<string, unknown>(), points: new Map<string, unknown>() }
  const keys = { reports: 'key', steps: 'task', points: 'notedAt' } as const
  return {
    put: async (name, value) => void kept[name].set(String((value as unknown as Record<string, unknown>)[keys[name]]), value),
    all: async (name) => [...kept[name].values()] as never[],
    remove: async (name, key) => void kept[name].delete(key),
  }
}

const report = (photo: Blob): WaitingReport => ({ key: crypto.randomUUID(), problem: { category: 'E0102', cellId: gridCell, description: '垃圾满溢' }, photo, photoName: 'photo.png', title: '暴露垃圾', refused: null })
const pointAt = async (notedAt: Date) => {
  const { longitude, latitude } = await office.call('grid.get-cell', worker, { cellId: gridCell })
  return { notedAt: notedAt.toISOString(), longitude, latitude }
}

test('a point of another day costs no other point: each leaves the telephone only taken, or counted among those left out', async () => {
  telephoneOf(worker)
  const store = emptyStore()
  const now = office.clock.now().getTime()
  for (const days of [0, -1, -2]) await store.put('points', await pointAt(new Date(now + days * 86_400_000)))
  assert.deepEqual(await sendTrack(store), { kind: 'taken', told: { added: 2, known: 0, outside: 0, past: 1, ahead: 0 } })
  assert.deepEqual(await store.all('points'), [])
  assert.equal(await sendTrack(store), undefined)
})

test('a track that the office refuses as a whole, or cannot take now, stays on the telephone', async () => {
  const store = emptyStore()
  await store.put('points', await pointAt(office.clock.now()))
  telephoneOf(town)
  assert.equal((await sendTrack(store))?.kind, 'refused')
  telephoneOf(anonymous)
  assert.equal((await sendTrack(store))?.kind, 'later')
  assert.equal((await store.all('points')).length, 1)
})

test('what something between telephone and office refuses with a page of its own holds up nothing that waits behind it', async () => {
  telephoneOf(worker)
  const [ask, store] = [globalThis.fetch, emptyStore()]
  const tooLarge = report(new Blob([aPicture]))
  await store.put('reports', tooLarge)
  await store.put('reports', report(new Blob([aPicture])))
  globalThis.fetch = async (path, init) => (new Headers(init?.headers).get('idempotency-key') === `${tooLarge.key}-photo` ? new Response('<html>413</html>', { status: 413 }) : ask(path, init))
  assert.equal(await sendReports(store), true)
  assert.deepEqual((await store.all('reports')).map(({ key, refused }) => [key, refused]), [[tooLarge.key, '']])
})

test('a report whose photo is refused is told with its number and keeps the photo; one whose photo is taken is gone', async () => {
  telephoneOf(worker)
  const store = emptyStore()
  const spoilt = report(new Blob(['no picture at all']))
  await store.put('reports', spoilt)
  await store.put('reports', report(new Blob([aPicture])))
  assert.equal(await sendReports(store), true)
  const waiting = await store.all('reports')
  const kept = waiting[0] ?? assert.fail('nothing kept')
  assert.equal(waiting.length, 1)
  assert.equal(kept.key, spoilt.key)
  assert.equal(kept.photo, spoilt.photo)
  assert.notEqual(kept.refused, null)
  const { photos } = await seenEvent(office, town, kept.takenAs ?? '')
  assert.deepEqual(photos, [])
  assert.equal(await sendReports(store), true)
  assert.deepEqual(await store.all('reports'), [kept])
})
