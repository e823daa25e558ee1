/** The languages of the public pages. Chinese is complete and binding; a string that has no English yet is said in Chinese. */
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

/** The same texts in each language. */
export interface Spoken<T> {
  readonly 'zh-CN': T
  readonly en: Readonly<Partial<T>>
}

let current: () => Language = () => 'zh-CN'

/** Says where to find the language of the page that is being made: the server asks its request, a browser its document. */
export function followLanguage(read: () => Language): void {
  current = read
}

export function languageNow(): Language {
  return current()
}

/** One of the texts, in the language of the page. Asked while a page is made, never when a file is loaded. */
export function spoken<T, K extends keyof T>(texts: Spoken<T>, key: K): T[K] {
  const english: Readonly<Partial<T>> = texts.en
  return (languageNow() === 'en' ? english[key] : undefined) ?? texts['zh-CN'][key]
}
