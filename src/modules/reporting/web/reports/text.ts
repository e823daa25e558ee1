import { fill } from '#ui/fill.ts'
import strings from '../locales/reports.zh-CN.json' with { type: 'json' }

export type ReportTextKey = keyof typeof strings

/** A string of the pages where reports are asked for, edited and published. */
export function say(key: ReportTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
