import { encode } from 'uqr'
import type { QrMatrix } from '#ui/qr-path.ts'

/** A text as the modules of a QR code with error correction M, without the quiet zone. ISO/IEC 18004. */
export function qrMatrix(text: string): QrMatrix {
  return encode(text, { ecc: 'M', border: 0 }).data
}
