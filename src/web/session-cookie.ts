// Must be the name that #kernel/http/who-asks.ts reads.
const name = 'yimen_session'

/** The `Set-Cookie` line of a session opened by a page; `request` says whether the page came over TLS. */
export function sessionCookie(request: Request, { token, expiresAt }: { readonly token: string; readonly expiresAt: string }): string {
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Expires=${new Date(expiresAt).toUTCString()}${secure(request)}`
}

/** The `Set-Cookie` line that makes the browser forget the session. */
export function endedSessionCookie(request: Request): string {
  return `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure(request)}`
}

function secure({ url, headers }: Request): string {
  return url.startsWith('https:') || headers.get('x-forwarded-proto') === 'https' ? '; Secure' : ''
}
