import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readReceiptCode, receiptCookie } from './receipt-cookie.ts'

test('the query code is carried to the receipt of its own case only', () => {
  const cookie = receiptCookie('11440114X', '012345')
  assert.match(cookie, /Path=\/matters\/11440114X\/receipt; HttpOnly/)
  assert.equal(readReceiptCode(`yimen_look=dark.; ${cookie.split(';')[0]}`), '012345')
})

test('anything else is no query code', () => {
  for (const cookies of [null, '', 'yimen_receipt=12345', 'yimen_receipt=abcdef', 'not_yimen_receipt=123456']) assert.equal(readReceiptCode(cookies), undefined)
})
