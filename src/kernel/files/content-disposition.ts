const longestName = 120

/**
 * A file name that is safe to show and to save: no path, no control or invisible characters, no characters that Windows
 * refuses, at most 120 characters with the extension kept. `fallback` replaces a name of which nothing is left.
 */
export function safeFileName(name: string, fallback: string): string {
  const base = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = base.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').replace(/[<>:"|?*]/g, '_').replace(/^[.\s]+|[.\s]+$/g, '')
  const usable = clean === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(clean) ? fallback : clean
  const extension = /\.[^.]{1,10}$/.exec(usable)?.[0] ?? ''
  const stem = Array.from(usable.slice(0, usable.length - extension.length)).slice(0, longestName - extension.length).join('')
  return stem + extension
}

/**
 * The `Content-Disposition` header for a download or a view in the browser (RFC 6266): the name in UTF-8 by RFC 8187, and an
 * ASCII form for old clients. The name is made safe first.
 */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const safe = safeFileName(name, 'file')
  const ascii = safe.replace(/[^ -~]/gu, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
