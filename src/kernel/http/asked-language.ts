import { parse } from 'hono/utils/cookie'

export const plainLanguages = ['zh-CN', 'en'] as const
export type PlainLanguage = (typeof plainLanguages)[number]

// Must be the name that #web/language-choice.ts sets.
const cookieName = 'yimen_language'
/** The rooms of staff are Chinese only. */
const chineseOnly = /^\/(?:staff|gallery)(?:\/|$)/

/**
 * In which language a page outside the pages speaks, chosen as they choose theirs: what the address asks for (`?lang=en`), else what the
 * reader chose before, else Chinese. `path` is the target of the request, whatever a stranger wrote there.
 */
export function askedLanguage(path: string, cookieHeader: string | undefined): PlainLanguage {
  const [pathname = '', query] = path.split('?', 2)
  if (chineseOnly.test(pathname)) return 'zh-CN'
  const wanted = new URLSearchParams(query).get('lang') ?? parse(cookieHeader ?? '', cookieName)[cookieName]
  return plainLanguages.find((language) => language === wanted) ?? 'zh-CN'
}
