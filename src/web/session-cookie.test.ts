import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endedSessionCookie, sessionCookie } from './session-cookie.ts'

const opened = { token: 'abc' }

test('the session cookie is out of reach of scripts and of other sites, and ends with the browser', () => {
  const line = sessionCookie(new Request('http://office.test/'), opened)
  assert.equal(line, 'yimen_session=abc; Path=/; HttpOnly; SameSite=Lax')
})

test('a page that came over TLS, also through a proxy, sets the cookie for TLS only', () => {
  const proxied = new Request('http://office.test/', { headers: { 'x-forwarded-proto': 'https' } })
  for (const request of [new Request('https://office.test/'), proxied]) {
    assert.match(sessionCookie(request, opened), /; Secure$/)
    assert.match(endedSessionCookie(request), /Max-Age=0; Secure$/)
  }
})
