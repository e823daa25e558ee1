import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { anonymous, type Caller } from '#kernel/access/caller.ts'
import { sharePages } from './shared-pages.ts'

const person: Caller = { kind: 'person', id: '0198c3a4-0000-7000-8000-000000000001', level: 3, name: '张*' }

/** Pages that say how often they were rendered. */
function counted(headers: Record<string, string> = { 'cache-control': 'public, max-age=0, s-maxage=5' }, status = 200) {
  let times = 0
  let now = 0
  const pages = sharePages(async () => new Response(`第${(times += 1)}次`, { status, headers }), { monotonic: () => now })
  return {
    ask: async (path: string, how: { readonly caller?: Caller; readonly method?: string; readonly headers?: Record<string, string> } = {}) =>
      pages(new Request(`http://office${path}`, { method: how.method ?? 'GET', headers: how.headers ?? {} }), how.caller ?? anonymous, 'request-1', 'asker'),
    after: (seconds: number) => {
      now += seconds * 1000
    },
    times: () => times,
  }
}

test('a page that is the same for everybody is rendered once in its seconds', async () => {
  const office = counted()
  assert.equal(await (await office.ask('/')).text(), '第1次')
  office.after(4.9)
  assert.equal(await (await office.ask('/')).text(), '第1次')
  office.after(0.1)
  assert.equal(await (await office.ask('/')).text(), '第2次')
})

test('those who ask at the same moment wait for one rendering', async () => {
  const office = counted()
  const answers = await Promise.all(['/', '/', '/', '/services'].map((path) => office.ask(path)))
  assert.deepEqual(await Promise.all(answers.map((answer) => answer.text())), ['第1次', '第1次', '第1次', '第2次'])
})

test('who is signed in, who sends something and who has other cookies gets a page of their own', async () => {
  const office = counted()
  await office.ask('/')
  await office.ask('/', { caller: person })
  await office.ask('/', { method: 'POST' })
  await office.ask('/', { headers: { cookie: 'yimen_look=dark.' } })
  assert.equal(office.times(), 4)
})

for (const [what, headers, status] of [
  ['does not say that it may be shared', { 'cache-control': 'private, no-cache' }, 200],
  ['sets a cookie', { 'cache-control': 'public, s-maxage=5', 'set-cookie': 'yimen_language=en' }, 200],
  ['failed', { 'cache-control': 'public, s-maxage=5' }, 503],
] as const) {
  test(`a page that ${what} is not kept, nor shared with those who asked at the same moment`, async () => {
    const office = counted(headers, status)
    const answers = await Promise.all([office.ask('/'), office.ask('/')])
    assert.deepEqual((await Promise.all(answers.map((answer) => answer.text()))).toSorted(), ['第1次', '第2次'])
    await office.ask('/')
    assert.equal(office.times(), 3)
  })
}

/** A page that holds everybody up until it is let go: then each rendering answers as `answerOf` says of its number. */
function held(answerOf: (rendering: number) => Response) {
  let times = 0
  let now = 0
  const letGo = Promise.withResolvers<void>()
  const pages = sharePages(
    async () => {
      const rendering = (times += 1)
      await letGo.promise
      return answerOf(rendering)
    },
    { monotonic: () => now },
  )
  return {
    ask: async () => (await pages(new Request('http://office/'), anonymous, 'request-1', 'asker')).text(),
    letGo: () => letGo.resolve(),
    after: (seconds: number) => {
      now += seconds * 1000
    },
  }
}

test('a page that breaks is for one reader alone: those who asked at the same moment get their own', async () => {
  const office = held((rendering) => {
    if (rendering === 1) throw new Error('broken')
    return new Response(`第${rendering}次`, { headers: { 'cache-control': 'public, s-maxage=5' } })
  })
  const answers = [office.ask(), office.ask(), office.ask()]
  office.letGo()
  const [first, ...others] = await Promise.allSettled(answers)
  assert.equal(first?.status, 'rejected')
  assert.deepEqual(others.map((other) => other.status === 'fulfilled' && other.value), ['第2次', '第3次'])
})

test('readers of a page that is not shared do not wait for each other, once that is known; after a while it is asked again', async () => {
  const office = held((rendering) => new Response(`第${rendering}次`, { headers: { 'cache-control': rendering === 1 ? 'private, no-cache' : 'public, s-maxage=5' } }))
  office.letGo()
  await office.ask()
  assert.deepEqual(await Promise.all([office.ask(), office.ask()]), ['第2次', '第3次'])
  office.after(61)
  assert.deepEqual(await Promise.all([office.ask(), office.ask()]), ['第4次', '第4次'])
})

test('a page that sets a cookie never says that it may be shared', async () => {
  for (const caller of [anonymous, person]) {
    const answers = counted({ 'cache-control': 'public, max-age=0, s-maxage=5', 'set-cookie': 'yimen_language=en' })
    for (const { headers } of await Promise.all([answers.ask('/', { caller }), answers.ask('/', { caller })])) {
      assert.deepEqual([headers.get('cache-control'), headers.get('set-cookie')], ['private, no-cache', 'yimen_language=en'])
    }
  }
  assert.equal((await counted({ 'cache-control': 'no-store', 'set-cookie': 'yimen_language=en' }).ask('/')).headers.get('cache-control'), 'no-store')
})

test('it is sent compressed to whoever can read that, and not sent again to whoever has it', async () => {
  const office = counted()
  const answer = await office.ask('/', { headers: { 'accept-encoding': 'br, gzip' } })
  assert.equal(answer.headers.get('content-encoding'), 'gzip')
  assert.equal(gunzipSync(await answer.arrayBuffer()).toString('utf8'), '第1次')
  const again = await office.ask('/', { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
  assert.equal(again.status, 304)
  assert.equal(await again.text(), '')
})
