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

test('it is sent compressed to whoever can read that, and not sent again to whoever has it', async () => {
  const office = counted()
  const answer = await office.ask('/', { headers: { 'accept-encoding': 'br, gzip' } })
  assert.equal(answer.headers.get('content-encoding'), 'gzip')
  assert.equal(gunzipSync(await answer.arrayBuffer()).toString('utf8'), '第1次')
  const again = await office.ask('/', { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
  assert.equal(again.status, 304)
  assert.equal(await again.text(), '')
})
