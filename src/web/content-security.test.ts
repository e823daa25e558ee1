import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentSecurityPolicy, newNonce } from './content-security.ts'

test('a page without scripts allows none', () => {
  assert.match(contentSecurityPolicy(undefined), /script-src 'none'/)
})

test('a page with one script of its own allows our origin alone, and no inline code', () => {
  const policy = contentSecurityPolicy(undefined, true)
  assert.match(policy, /script-src 'self';/)
  assert.match(policy, /connect-src 'self';/)
})

test('a page with scripts allows ours and those under its nonce, never inline code as such', () => {
  const policy = contentSecurityPolicy('abc')
  assert.match(policy, /script-src 'self' 'nonce-abc'/)
  assert.doesNotMatch(policy, /unsafe/)
})

test('only a page that embeds documents may, and only those of our own origin', () => {
  assert.doesNotMatch(contentSecurityPolicy(undefined), /object-src|frame-src/)
  assert.match(contentSecurityPolicy(undefined, true, true), /object-src 'self'; frame-src 'self';/)
})

test('no nonce comes twice', () => {
  assert.equal(new Set(Array.from({ length: 1000 }, newNonce)).size, 1000)
})
