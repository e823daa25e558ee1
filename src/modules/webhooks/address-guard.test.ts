import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blockListOf, maySubscribe, mayReach } from './address-guard.ts'

const none = blockListOf([])
const named = blockListOf(['10.20.0.0/16', '127.0.0.1/32', 'fd00:1::/64'])

test('nothing inside the office and nothing that is no public address is reached, in whatever way it is written', () => {
  const inside = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00:1::5', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'not an address', '']
  assert.deepEqual(inside.filter((address) => mayReach(address, none)), [])
  assert.deepEqual(['8.8.8.8', '114.114.114.114', '2400:3200::1'].filter((address) => !mayReach(address, none)), [])
})

test('a network that the operator named is reached, and its neighbour is not', () => {
  assert.deepEqual(['10.20.3.4', '127.0.0.1', 'fd00:1::5', '10.21.0.1', '127.0.0.2', 'fd00:2::5'].map((address) => mayReach(address, named)), [true, true, true, false, false, false])
})

test('only https with a name of the public internet may be subscribed, an address in a named network also without', () => {
  const allowed = ['https://share.gz.example.org/yimen', 'http://10.20.0.7:8080/in', 'https://[fd00:1::7]/in']
  const refused = ['http://share.gz.example.org/', 'https://localhost/', 'https://db/', 'https://db.internal/', 'https://localhost./', 'https://db./', 'https://db.internal./', 'https://db.internal../', 'https://10.21.0.7/', 'https://8.8.8.8/', 'http://2130706433/x', 'https://0x7f.1/', 'https://user:word@share.example.org/', 'ftp://share.example.org/', 'https://', 'share.example.org']
  assert.deepEqual(allowed.filter((address) => !maySubscribe(address, named)), [])
  assert.deepEqual(refused.filter((address) => maySubscribe(address, blockListOf(['10.20.0.0/16']))), [])
})
