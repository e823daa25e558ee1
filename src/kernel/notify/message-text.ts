/** A text of the calling module's locale file with `{{placeholders}}`, and the key that is stored in its stead. */
export interface MessageTemplate {
  readonly key: string
  readonly text: string
}

export type MessageParams = Readonly<Record<string, string | number>>

/** Fills every `{{name}}` of the template; what a value contains is never filled again. Throws a fault if a value is missing. */
export function fillMessage({ key, text }: MessageTemplate, params: MessageParams): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    if (value === undefined) throw new Error(`message ${key} has no value for {{${name}}}`)
    return String(value)
  })
}
