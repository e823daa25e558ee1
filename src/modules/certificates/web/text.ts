import { fill } from '#ui/fill.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type CertificateTextKey = keyof typeof strings

/** A string of the pages of certificates. */
export function say(key: CertificateTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

/** The state of a certificate in words. */
export function stateWord(code: keyof typeof words.states): string {
  return words.states[code]
}

/** Why a certificate does not hold, in words. */
export function reasonWord(code: keyof typeof words.reasons): string {
  return words.reasons[code]
}
