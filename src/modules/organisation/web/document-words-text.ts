import { fill } from '#ui/fill.ts'
import strings from './locales/document-words.zh-CN.json' with { type: 'json' }

/** A string of the page on which a document's words are changed. */
export function say(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
