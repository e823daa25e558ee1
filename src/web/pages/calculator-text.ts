import { fill } from '#ui/fill.ts'
import strings from '../locales/calculator.zh-CN.json' with { type: 'json' }

/** A string of the calculator. */
export function say(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
