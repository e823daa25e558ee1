import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Language } from '#ui/language.ts'
import { languageCookie, languageOf } from './language-choice.ts'

function chosen(path: string, cookieHeader: string | null = null, isStaff = false): Language {
  return languageOf({ url: `http://office.test${path}`, cookieHeader, isStaff })
}

test('a page is Chinese until its reader asks for English, and stays so', () => {
  assert.equal(chosen('/services'), 'zh-CN')
  assert.equal(chosen('/services', `other=1; ${languageCookie('en').split(';')[0]}`), 'en')
  assert.equal(chosen('/services', languageCookie('zh-CN').split(';')[0]), 'zh-CN')
})

test('an address may ask for a language, which then counts more than what was kept', () => {
  assert.equal(chosen('/services?lang=en'), 'en')
  assert.equal(chosen('/services?lang=zh-CN', 'yimen_language=en'), 'zh-CN')
})

test('a language that nobody speaks here is no choice', () => {
  assert.equal(chosen('/services?lang=tlh', 'yimen_language=en'), 'zh-CN')
  assert.equal(chosen('/services', 'yimen_language="><script>'), 'zh-CN')
})

test('the rooms of staff are Chinese, whatever was chosen outside', () => {
  assert.equal(chosen('/staff/sign-in', 'yimen_language=en'), 'zh-CN')
  assert.equal(chosen('/desk', 'yimen_language=en', true), 'zh-CN')
})
