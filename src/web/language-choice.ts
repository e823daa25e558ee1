import { type Language, languages } from '#ui/language.ts'

const cookieName = 'yimen_language'
const oneYearInSeconds = 31_536_000

/** The rooms of staff and of those who build pages are Chinese only; whatever the public reads speaks both languages. */
export const chineseOnlyPaths = /^\/(?:staff|gallery)(?:\/|$)/

interface Asked {
  readonly url: string
  readonly cookieHeader: string | null
  readonly isStaff: boolean
}

/** The language of a page: what its address asks for (`?lang=en`), else what the reader chose before, else Chinese. */
export function languageOf({ url, cookieHeader, isStaff }: Asked): Language {
  const { pathname, searchParams } = new URL(url)
  if (isStaff || chineseOnlyPaths.test(pathname)) return 'zh-CN'
  const kept = (cookieHeader ?? '').split(/;\s*/).find((part) => part.startsWith(`${cookieName}=`))
  const wanted = searchParams.get('lang') ?? kept?.slice(cookieName.length + 1)
  return languages.find((language) => language === wanted) ?? 'zh-CN'
}

/** The Set-Cookie value that keeps a language for a year. */
export function languageCookie(language: Language): string {
  return `${cookieName}=${language}; Path=/; Max-Age=${oneYearInSeconds}; SameSite=Lax; HttpOnly`
}
