import { chineseDay } from '#kernel/documents/placeholders.ts'

/** A text of the calling module's locale file with `{{placeholders}}`, and the key that is stored in its stead. */
export interface MessageTemplate {
  readonly key: string
  readonly text: string
}

export type MessageParams = Readonly<Record<string, string | number>>

/** A day at the head of a value: a due day may be followed by the remark that it can still move (T-14). */
const leadingDay = /^\d{4}-\d{2}-\d{2}(?!\d)/

/**
 * Fills every `{{name}}` of the template; what a value contains is never filled again. A day is told as people read it
 * (2026年9月28日). Throws a fault if a value is missing.
 */
export function fillMessage({ key, text }: MessageTemplate, params: MessageParams): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    if (value === undefined) throw new Error(`message ${key} has no value for {{${name}}}`)
    return String(value).replace(leadingDay, (day) => chineseDay(day) ?? day)
  })
}
