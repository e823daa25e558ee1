import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { listen } from '#kernel/http/listen.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { createDoors, loadBuilt } from '../../src/serve.ts'

// What no well-behaved client sends: bytes on the socket, as a browser or fetch would never write them.

const office = await openTestOffice({ with: 'city' })
const server = await listen(createDoors(office.app, await loadBuilt()), { host: '127.0.0.1', port: 0 })
after(async () => {
  await server.close()
  await office.close()
})

/** Sends lines as they are and reads until the server closes, or breaks off because it reads no further. */
function wire(...lines: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(lines.join('\r\n')))
    let answer = ''
    socket.setEncoding('latin1').on('data', (text: string) => (answer += text))
    socket.once('error', () => undefined).once('close', () => resolve(answer))
  })
}

const get = (target: string): Promise<string> => wire(`GET ${target} HTTP/1.1`, 'Host: office.test', 'Connection: close', '', '')
const statuses = (answer: string): readonly number[] => [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))

test('a path that climbs out of the built files finds nothing, however it is written', async () => {
  const climbs = ['/assets/../../../package.json', '/assets/..%2f..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/server/index.js', '/assets/..%5c..%5cserver%5cindex.js', '/assets/%252e%252e%252fserver/index.js', '/assets//etc/passwd', '/assets/%00', '/assets/\\..\\server', '/assets/....//server/index.js', '/assets/', '/.git/config', '/package.json', '/src/main.ts', '/node_modules/hono/package.json', '/build/server/index.js', '/.data/secrets.json', 'http://evil.test/assets/../../package.json']
  for (const target of climbs) {
    const answer = await get(target)
    assert.ok(statuses(answer).every((status) => status === 404 || status === 400), `${target}: ${answer.slice(0, 100)}`)
    assert.doesNotMatch(answer, /"dependencies"|root:x:|personalDataKey|createRequestHandler/, target)
  }
})

test('a request whose length is said in two ways is not taken for two requests', async () => {
  const smuggled = 'GET /api/v1/units HTTP/1.1\r\nHost: office.test\r\n\r\n'
  const twoWays = [
    ['Content-Length: 0', 'Transfer-Encoding: chunked'],
    ['Content-Length: 0', `Content-Length: ${smuggled.length}`],
    ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'],
    ['Transfer-Encoding: xchunked'],
    ['Transfer-Encoding : chunked'],
  ]
  for (const headers of twoWays) {
    const answer = await wire('POST /api/v1/cases HTTP/1.1', 'Host: office.test', 'Connection: close', ...headers, '', smuggled)
    assert.deepEqual(statuses(answer), [400], headers.join(', '))
  }
})

test('a header that is folded, has no name, or ends in half a line is no header', async () => {
  for (const header of ['X-One: a\r\n Set-Cookie: yimen_session=planted', ': empty', 'X-One: a\nX-Two: b\rX-Three: c', 'X Y: z', 'X-Nul: a\0b']) {
    const answer = await wire('GET /api/v1/units HTTP/1.1', 'Host: office.test', 'Connection: close', header, '', '')
    assert.deepEqual(statuses(answer), [400], JSON.stringify(header))
  }
  assert.deepEqual(statuses(await wire('GET /api/v1/units HTTP/1.1', 'Host: office.test', 'Connection: close', `X-Long: ${'x'.repeat(20_000)}`, '', '')), [431])
  assert.deepEqual(statuses(await wire('GET /api/v1/units HTTP/1.1', 'Connection: close', '', '')), [400], 'without Host')
})

test('methods that nobody needs do nothing and show nothing of the request', async () => {
  for (const method of ['TRACE', 'CONNECT', 'PROPFIND', 'PUT', 'PATCH', 'OPTIONS']) {
    for (const target of ['/', '/api/v1/units']) {
      const answer = await wire(`${method} ${target} HTTP/1.1`, 'Host: office.test', 'Connection: close', 'Cookie: yimen_session=reflected', 'Content-Length: 0', '', '')
      assert.ok(statuses(answer).every((status) => status >= 400 && status < 500), `${method} ${target}: ${answer.slice(0, 200)}`)
      assert.doesNotMatch(answer, /reflected|access-control-allow/i, `${method} ${target}`)
    }
  }
})

test('who the visitor is and where he came from is not told by headers that he writes himself', async () => {
  const answer = await wire('GET /api/v1/me HTTP/1.1', 'Host: office.test', 'Connection: close', 'X-User-Id: staff:HD0011', 'X-Remote-User: HD0011', 'X-Original-URL: /api/v1/units', 'X-Rewrite-URL: /api/v1/units', 'X-HTTP-Method-Override: DELETE', 'X-Forwarded-User: HD0011', '', '')
  assert.deepEqual(statuses(answer), [401])
})

test('a forged host gets into no link and no redirect', async () => {
  for (const target of ['/', '/matters', '/work', '/sign-in']) {
    const answer = await wire(`GET ${target} HTTP/1.1`, 'Host: evil.test', 'X-Forwarded-Host: evil.test', 'Connection: close', '', '')
    assert.doesNotMatch(answer, /evil\.test/, target)
  }
})
