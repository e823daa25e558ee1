// Must be the name that #kernel/http/who-asks.ts reads.
const name = 'yimen_session'

/**
 * The `Set-Cookie` line of a session opened by a page; `request` says whether the page came over TLS. It ends with the browser,
 * and before that when the server says so: a date in the cookie would depend on the clock of a stranger's machine.
 */
export function sessionCookie(request: Request, { token }: { readonly token: string }): string {
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax${secure(request)}`
}

/** The `Set-Cookie` line that makes the browser forget the session. */
export function endedSessionCookie(request: Request): string {
  return `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure(request)}`
}

function secure({ url, headers }: Request): string {
  return url.startsWith('https:') || headers.get('x-forwarded-proto') === 'https' ? '; Secure' : ''
}
