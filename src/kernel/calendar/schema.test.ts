import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NoticeFields } from './schema.ts'

test('the address of a notice is an address of the web, never a script', () => {
  const accepts = (address: string): boolean => NoticeFields.safeParse({ title: '国务院办公厅通知', address }).success
  assert.equal(accepts('https://www.gov.cn/zhengce/notice.htm'), true)
  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd']) assert.equal(accepts(address), false)
})
