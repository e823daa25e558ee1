/** Segments of a JPEG that tell who took it, where and with what: APP1 (Exif, XMP), APP13 (IPTC) and comments. */
const telling: ReadonlySet<number> = new Set([0xe1, 0xed, 0xfe])

/** A JPEG without what the camera wrote into it; anything else, and what is cut short, as it is. */
export function withoutPosition(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // From the start of the scan on there are no segments, only the picture.
    if (marker === 0xda) break
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    if (end > bytes.length) return bytes
    if (!telling.has(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return concatenated([...kept, bytes.subarray(at)])
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
