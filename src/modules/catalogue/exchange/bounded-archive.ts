import { unzipSync, zipSync } from 'fflate'

/** What a table of a whole province may unpack to; a spreadsheet is about ten times its packed size. */
const mostBytes = 100 * 1024 * 1024
const mostFiles = 1_000

/**
 * The same ZIP archive without compression, so that whoever reads it meets no more than was counted here. Undefined for what is no
 * archive, or unpacks to more than 100 MiB or a thousand files: the sizes it claims are added up before anything is unpacked, and a
 * file never unpacks to more than it claimed.
 */
export function boundedArchive(bytes: Uint8Array): Uint8Array | undefined {
  let left = mostBytes
  let files = 0
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        left -= originalSize
        files += 1
        // Files are handed on in an object: under this name a file would become its prototype.
        if (left < 0 || files > mostFiles || name === '__proto__') throw new RangeError('not to be unpacked')
        return true
      },
    })
    return zipSync(unpacked, { level: 0 })
  } catch {
    return undefined
  }
}
