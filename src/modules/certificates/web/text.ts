import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import wordsEn from '../locales/en.json' with { type: 'json' }
import words from '../locales/zh-CN.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type CertificateTextKey = keyof typeof strings

/** A string of the pages of certificates. */
export function say(key: CertificateTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}

/** The state of a certificate in words. */
export function stateWord(code: keyof typeof words.states): string {
  return spoken({ 'zh-CN': words, en: wordsEn }, 'states')[code]
}

/** Why a certificate does not hold, in words. */
export function reasonWord(code: keyof typeof words.reasons): string {
  return spoken({ 'zh-CN': words, en: wordsEn }, 'reasons')[code]
}
