import { fill } from '#ui/fill.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type WebhookTextKey = keyof typeof strings

/** A string of the pages of webhooks. */
export function say(key: WebhookTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

/** A kind of matter, a state of a subscription, in Chinese. */
export function wordOf(list: 'kinds' | 'states', code: string): string {
  const found: Readonly<Record<string, string>> = words[list]
  return found[code] ?? code
}

/** Why a try failed, in Chinese: the status that was answered, or what stood in the way. */
export function faultWords(code: string): string {
  const faults: Readonly<Record<string, string>> = words.faults
  const status = /^status-(\d{3})$/.exec(code)?.[1]
  return status === undefined ? (faults[code] ?? say('fault.other')) : say('fault.status', { status })
}
