/**
 * The Content-Security-Policy of a page. Pages send no script unless they hydrate, or bring one of
 * their own; then only scripts of our own origin and, hydrated, inline ones with this nonce run. `form-action 'self'` also forbids a POST that redirects to another origin.
 * `embeds`: the page shows documents of our own origin inside itself.
 * Source: W3C Content Security Policy Level 3.
 */
export function contentSecurityPolicy(nonce: string | undefined, ownScript = false, embeds = false): string {
  const scripts = nonce === undefined ? (ownScript ? "'self'" : "'none'") : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self'",
    ...(embeds ? ["object-src 'self'", "frame-src 'self'"] : []),
    `connect-src ${nonce === undefined && !ownScript ? "'none'" : "'self'"}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** 128 random bits in base64, new for every page that runs scripts. */
export function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
}
