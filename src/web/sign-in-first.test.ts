import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPath } from './sign-in-first.ts'

test('a path of this site is gone back to with its query and its place on the page', () => {
  for (const path of ['/', '/desk?q=a&q=b', '/matters/1#fees', '/search?q=%E9%A4%90']) assert.equal(ownPath(path), path)
  assert.equal(ownPath('/查询?q=餐饮'), '/%E6%9F%A5%E8%AF%A2?q=%E9%A4%90%E9%A5%AE')
})

test('nothing that a browser reads as another site is gone back to', () => {
  for (const back of [null, undefined, '', 'desk', '//evil.test', '/\\evil.test', '/\t/evil.test', '/\n\\evil.test', '/.//evil.test', '/a/..//evil.test', 'https://evil.test', 'javascript:alert(1)', '//yimen.invalid@evil.test', '///evil.test']) {
    assert.equal(ownPath(back, '/work'), '/work', JSON.stringify(back))
  }
})
