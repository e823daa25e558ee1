import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currentEntry, footerGroups, portalNav, staffNav } from './navigation.ts'

test('a member of staff sees the doors of their roles, each once', () => {
  assert.deepEqual(staffNav(['windowClerk']).map((entry) => entry.href), ['/desk', '/disclosure-office/register'])
  assert.deepEqual(staffNav(['approver', 'unitHead']).map((entry) => entry.href), ['/office', '/office/unit', '/hotline/orders', '/supervision', '/wall'])
  assert.deepEqual(staffNav([]), [])
})

test('the nearest entry above a page is marked as the current one', () => {
  const entries = staffNav(['approver', 'unitHead'])
  assert.equal(currentEntry(entries, '/office/unit/late')?.href, '/office/unit')
  assert.equal(currentEntry(entries, '/office/cases')?.href, '/office')
  assert.equal(currentEntry(entries, '/officers'), undefined)
  assert.equal(currentEntry(portalNav, '/'), undefined)
})

test('a page that an entry leads to marks it as the current one', () => {
  assert.equal(currentEntry(portalNav, '/grid/report')?.href, '/interact')
  assert.equal(currentEntry(portalNav, '/publications/powers/changes')?.href, '/open')
  assert.equal(currentEntry(portalNav, '/apply/food')?.href, '/services')
})

test('the footer leads to each place once', () => {
  const ways = footerGroups.flatMap((group) => group.ways)
  assert.ok(ways.length > 0)
  assert.equal(new Set(ways).size, ways.length)
})
