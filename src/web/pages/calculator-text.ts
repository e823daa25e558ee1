import clockEn from '#kernel/time/locales/en.json' with { type: 'json' }
import clockWords from '#kernel/time/locales/zh-CN.json' with { type: 'json' }
import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import en from '../locales/calculator.en.json' with { type: 'json' }
import strings from '../locales/calculator.zh-CN.json' with { type: 'json' }

/** A string of the calculator. */
export function say(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}

export type ExplainedReason = keyof typeof clockWords.explain.reasons

/** The kernel's words about clocks: weekdays, causes of a stop, reasons of a day. */
export function clockText<K extends keyof typeof clockWords>(key: K): (typeof clockWords)[K] {
  return spoken<typeof clockWords, K>({ 'zh-CN': clockWords, en: clockEn }, key)
}

export function causeWord(cause: keyof typeof clockWords.causes): string {
  return clockText('causes')[cause]
}
