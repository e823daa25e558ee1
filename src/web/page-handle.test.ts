import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crumbsOf, pageHandleOf } from './page-handle.ts'

test('an inner route adds to what the outer ones declare, and wins where both speak', () => {
  assert.deepEqual(pageHandleOf([undefined, { rooms: true, density: 'compact' }, { hydrate: true, rooms: false }]), { rooms: false, density: 'compact', hydrate: true })
})

test('the innermost crumbs are shown, worked out from what its loader answered', () => {
  const matches = [
    { handle: { crumbs: [{ href: '/a', text: '外层' }] } },
    { handle: { crumbs: (item: { readonly name: string }) => [{ href: '/b', text: item.name }] }, loaderData: { name: '食品经营许可' } },
    { handle: undefined },
  ]
  assert.deepEqual(crumbsOf(matches), [{ href: '/b', text: '食品经营许可' }])
  assert.deepEqual(crumbsOf([]), [])
})
