import type { Locale, Module } from './define-module.ts'

/** Texts of refusal codes and other keys, in Chinese and English. A missing text shows its key, and a test finds it. */
export interface Texts {
  zh(code: string): string
  en(code: string): string
  has(code: string): boolean
}

/** Gathers the `errors` section of every module's locale files, keyed by the public code. */
export function collectTexts(modules: readonly Module[]): Texts {
  const zh = new Map<string, string>()
  const en = new Map<string, string>()
  for (const module of modules) {
    gather(module.locales.zh, zh)
    gather(module.locales.en, en)
  }
  return { zh: (code) => zh.get(code) ?? code, en: (code) => en.get(code) ?? code, has: (code) => zh.has(code) && en.has(code) }
}

function gather(locale: Locale, into: Map<string, string>): void {
  const errors = locale['errors']
  if (typeof errors !== 'object') return
  for (const [code, text] of Object.entries(errors)) if (typeof text === 'string') into.set(code, text)
}
