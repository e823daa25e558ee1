import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageCookie, languageOf } from '#web/language-choice.ts'
import { askedLanguage } from './asked-language.ts'

const english = languageCookie('en').split(';')[0]

test('a failure page speaks the language that the page would have spoken', () => {
  const paths = ['/', '/?lang=en', '/services?q=a&lang=en', '/?lang=zh-CN', '/?lang=fr', '/staff/sign-in?lang=en', '/gallery?lang=en', '/staffing?lang=en']
  const cookies = [undefined, english, `yimen_session=abc; ${english}`, 'yimen_language=fr']
  for (const path of paths) {
    for (const cookie of cookies) {
      const ofPage = languageOf({ url: `http://office.test${path}`, cookieHeader: cookie ?? null, isStaff: false })
      assert.equal(askedLanguage(path, cookie), ofPage, `${path} ${cookie}`)
    }
  }
  assert.deepEqual([askedLanguage('/?lang=en', undefined), askedLanguage('/', english), askedLanguage('/', undefined)], ['en', 'en', 'zh-CN'])
})

test('whatever stands where the path should be, the page is Chinese and made', () => {
  for (const path of ['', '*', '//', 'http://[', '/%E0%A4%A?lang=%']) assert.equal(askedLanguage(path, '%; =;yimen_language'), 'zh-CN', path)
})
