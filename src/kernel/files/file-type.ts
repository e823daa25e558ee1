import { fileTypeFromBuffer } from 'file-type'

/** What a file is by its content. `unknown` for anything not recognised. */
export interface SniffedType {
  readonly extension: string
  readonly mediaType: string
}

const unknown: SniffedType = { extension: 'unknown', mediaType: 'application/octet-stream' }

/** The first element of markup and scripts; such files act inside a browser and are named so that no allow-list takes them by mistake. */
const activeMarkup: readonly (readonly [RegExp, SniffedType])[] = [
  [/<(?:\w+:)?svg[\s>/]/iy, { extension: 'svg', mediaType: 'image/svg+xml' }],
  [/<(?:!doctype\s+html|html|head|body|script|iframe|style|meta|title|table|div|p|a|img|h1)[\s>/]/iy, { extension: 'html', mediaType: 'text/html' }],
]

/** What may stand before the first element: one piece, so that a row of comments is read once and not in every way that it can be cut. */
const beforeElement = /\s+|<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!doctype\s+svg[^>]*>/iy

/**
 * Recognises a file by its content, never by its name. Wants the whole file, because ZIP-based formats (OFD, DOCX, XLSX)
 * are told apart by the names inside. Knows what `file-type` knows, and OFD (GB/T 33190), DWG, SVG, HTML, XML, JSON, CSV and plain text.
 */
export async function sniffFileType(bytes: Uint8Array): Promise<SniffedType> {
  if (startsWith(bytes, 'AC10')) return { extension: 'dwg', mediaType: 'image/vnd.dwg' }
  const detected = await fileTypeFromBuffer(bytes)
  if (detected?.ext === 'zip') return isOfd(bytes) ? { extension: 'ofd', mediaType: 'application/ofd' } : { extension: 'zip', mediaType: 'application/zip' }
  if (detected && detected.ext !== 'xml') return { extension: detected.ext, mediaType: detected.mime }
  return sniffText(bytes)
}

/** An OFD file is a ZIP whose root holds the entry OFD.xml (GB/T 33190-2016, 6); read from the central directory, which cannot be shadowed by stray local headers. */
function isOfd(bytes: Uint8Array): boolean {
  return zipEntryNames(bytes).includes('OFD.xml')
}

function zipEntryNames(bytes: Uint8Array): readonly string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 20 > view.length) return []
  const names: string[] = []
  let at = view.readUInt32LE(end + 16)
  while (at + 46 <= end && view.readUInt32LE(at) === 0x02014b50) {
    const nameLength = view.readUInt16LE(at + 28)
    names.push(view.toString('utf8', at + 46, at + 46 + nameLength))
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return names
}

function sniffText(bytes: Uint8Array): SniffedType {
  const text = decoded(bytes)
  if (text === undefined) return unknown
  const active = activeMarkupOf(text)
  if (active) return active
  if (/^\s*<(?:\?xml|!--|!doctype|[\p{L}_])/iu.test(text)) return { extension: 'xml', mediaType: 'application/xml' }
  if (isJson(text)) return { extension: 'json', mediaType: 'application/json' }
  if (isCsv(text)) return { extension: 'csv', mediaType: 'text/csv' }
  return { extension: 'txt', mediaType: 'text/plain' }
}

function activeMarkupOf(text: string): SniffedType | undefined {
  let start = 0
  for (let end = endOf(beforeElement, text, start); end !== undefined; end = endOf(beforeElement, text, start)) start = end
  return activeMarkup.find(([pattern]) => endOf(pattern, text, start) !== undefined)?.[1]
}

/** Where a match ends that begins exactly here; undefined if none does. */
function endOf(sticky: RegExp, text: string, start: number): number | undefined {
  sticky.lastIndex = start
  return sticky.test(text) ? sticky.lastIndex : undefined
}

/** UTF-8 or GB 18030 text without control characters; undefined for anything else. */
function decoded(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return /[^\P{Cc}\t\n\v\f\r]/u.test(text) ? undefined : text
    } catch {
      continue
    }
  }
  return undefined
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** At least two lines, the first of which has at least two columns as every other does; quoted fields may hold commas and lines. */
function isCsv(text: string): boolean {
  const quotes = text.split('"')
  // Every second part stands in quotes, unless the last quote was not closed.
  const plain = quotes.filter((_, place) => place % 2 === 0 || (place === quotes.length - 1 && quotes.length % 2 === 0)).join('')
  const lines = plain.trimEnd().split(/\r?\n/)
  const columns = lines[0]?.split(',').length ?? 0
  return columns >= 2 && lines.length >= 2 && lines.every((line) => line.split(',').length === columns)
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') === magic
}
