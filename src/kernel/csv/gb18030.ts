/** How many code points stand before those beyond the basic plane in the order of the four-byte codes (GB 18030-2022). */
const beyondBasicPlane = 189_000
const basicFourByteCodes = 39_420
const questionMark = [0x3f]

let codes: ReadonlyMap<number, readonly number[]> | undefined

/** A text in GB 18030, which old office programs expect. What has no code there becomes a question mark. */
export function encodeGb18030(text: string): Uint8Array {
  codes ??= readCodes()
  const bytes: number[] = []
  for (const sign of text.toWellFormed()) {
    const point = sign.codePointAt(0) ?? 0
    if (point < 0x80) bytes.push(point)
    else bytes.push(...(point > 0xffff ? fourBytes(beyondBasicPlane + point - 0x10000) : (codes.get(point) ?? questionMark)))
  }
  return Uint8Array.from(bytes)
}

/** The codes of the basic plane by code point, asked of the platform's own decoder at once: each code is one sign. */
function readCodes(): ReadonlyMap<number, readonly number[]> {
  const all: (readonly number[])[] = []
  for (let lead = 0x81; lead <= 0xfe; lead += 1) for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) all.push([lead, trail])
  for (let place = 0; place < basicFourByteCodes; place += 1) all.push(fourBytes(place))
  const signs = [...new TextDecoder('gb18030').decode(Uint8Array.from(all.flat()))]
  if (signs.length !== all.length) throw new Error('the decoder of GB 18030 does not know every code')
  const found = new Map<number, readonly number[]>()
  for (const [place, sign] of signs.entries()) {
    const point = sign.codePointAt(0) ?? 0
    if (!found.has(point)) found.set(point, all[place] ?? questionMark)
  }
  return found
}

function fourBytes(place: number): readonly number[] {
  return [0x81 + Math.floor(place / 12_600), 0x30 + (Math.floor(place / 1260) % 10), 0x81 + (Math.floor(place / 10) % 126), 0x30 + (place % 10)]
}
