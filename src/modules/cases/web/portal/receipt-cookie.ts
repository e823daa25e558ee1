const name = 'yimen_receipt'

/** Carries the query code from filing to the receipt page once, and nowhere else: it is stored only as a hash. */
export function receiptCookie(number: string, queryCode: string): string {
  return `${name}=${queryCode}; Path=/matters/${number}/receipt; HttpOnly; SameSite=Lax; Max-Age=1800`
}

/** The query code that `receiptCookie` left; undefined later. */
export function readReceiptCode(cookies: string | null): string | undefined {
  return new RegExp(`(?:^|;\\s*)${name}=(\\d{6})(?:;|$)`).exec(cookies ?? '')?.[1]
}
