/**
 * The Content-Security-Policy of a page. Pages send no script unless they hydrate; then only scripts of our own origin
 * and inline ones with this nonce run. `form-action 'self'` also forbids a POST that redirects to another origin.
 * Source: W3C Content Security Policy Level 3.
 */
export function contentSecurityPolicy(nonce: string | undefined): string {
  return [
    "default-src 'none'",
    nonce === undefined ? "script-src 'none'" : `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self'",
    nonce === undefined ? "connect-src 'none'" : "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** 128 random bits in base64, new for every page that runs scripts. */
export function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
}
