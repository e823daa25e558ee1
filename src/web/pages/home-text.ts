import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import en from '../locales/home.en.json' with { type: 'json' }
import strings from '../locales/home.zh-CN.json' with { type: 'json' }

export type HomeTextKey = keyof typeof strings

export function homeText(key: HomeTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}
