import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { maxFormBytes } from '#kernel/http/input.ts'
import { createRateLimiter } from '#kernel/http/rate-limit.ts'
import { createHttp } from '#kernel/http/server.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { pagesOf, type WebModule } from './pages.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

/** A page that does nothing but ask for an operation with a rate: thirty evaluations a minute. */
const web = {
  webHandler: (app: { readonly call: typeof office.call }) => async () => {
    try {
      await app.call('evaluations.rate', anonymous, { number: 'X1', grade: 5, reasons: [], queryCode: '000000' })
      return new Response('rated')
    } catch (error) {
      return new Response(error instanceof Refusal ? error.code : 'fault')
    }
  },
} as unknown as WebModule

test('who tries out query codes in a form is stopped like over HTTP, and nobody else with him', async () => {
  const pages = pagesOf(office.app, web, 'production', createRateLimiter(office.clock))
  const answer = async (asker: string): Promise<string> => (await pages(new Request('http://office.test/rate'), anonymous, 'R-1', asker)).text()
  for (let attempt = 1; attempt <= 30; attempt += 1) assert.equal(await answer('address:a'), 'evaluations.event-unknown')
  assert.equal(await answer('address:a'), 'contract.too-many-requests')
  assert.equal(await answer('address:b'), 'evaluations.event-unknown')
})

test('a form larger than the office takes is refused before it is read', async () => {
  const http = createHttp({
    operations: [],
    call: async () => ({}),
    findCaller: async () => anonymous,
    ping: async () => undefined,
    openApi: () => ({}),
    texts: office.app.texts,
    log: office.app.services.log,
    pages: async (request) => new Response(String((await request.arrayBuffer()).byteLength)),
  })
  const post = (headers: Record<string, string>): Promise<Response> => Promise.resolve(http.request('/apply', { method: 'POST', body: 'small', headers }))
  assert.equal((await post({})).status, 200)
  const refused = await post({ 'content-length': String(maxFormBytes + 1) })
  assert.deepEqual([refused.status, ((await refused.json()) as { code: string }).code], [413, 'contract.body-too-large'])
})
