/** What a person chose about the look of every page. Kept in one cookie, so that the server can write the attributes. */
export interface Appearance {
  readonly theme?: Theme
  readonly mode?: 'elder'
}

export const themes = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

const cookieName = 'yimen_look'
const oneYearInSeconds = 31_536_000

/** Reads the look from a Cookie header. Anything unknown counts as not chosen. */
export function readAppearance(cookieHeader: string | null): Appearance {
  const pair = (cookieHeader ?? '').split(/;\s*/).find((part) => part.startsWith(`${cookieName}=`))
  const [theme, mode] = (pair?.slice(cookieName.length + 1) ?? '').split('.')
  const known = themes.find((name) => name === theme)
  return { ...(known ? { theme: known } : {}), ...(mode === 'elder' ? { mode } : {}) }
}

/** The Set-Cookie value that keeps a look for a year. It says nothing about the person, so it needs no consent. */
export function appearanceCookie(look: Appearance): string {
  return `${cookieName}=${look.theme ?? ''}.${look.mode ?? ''}; Path=/; Max-Age=${oneYearInSeconds}; SameSite=Lax; HttpOnly`
}
