import { fill } from '#ui/fill.ts'
import strings from '../locales/home.zh-CN.json' with { type: 'json' }

export type HomeTextKey = keyof typeof strings

export function homeText(key: HomeTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
