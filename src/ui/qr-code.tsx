import { type QrMatrix, qrPath } from './qr-path.ts'

export interface QrCodeProps {
  readonly matrix: QrMatrix
  /** What scanning it does. */
  readonly label: string
  /** To be scanned from one screen by another: every module of a long address stays apart. */
  readonly large?: boolean | undefined
}

/** Four light modules around the code. ISO/IEC 18004, 6.3.8. */
const quietZone = 4

/** A QR code, always dark on white: scanners do not read inverted codes. */
export function QrCode({ matrix, label, large }: QrCodeProps) {
  const side = matrix.length + 2 * quietZone
  return (
    <svg className={large ? 'qr qr-large' : 'qr'} viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect className="qr-ground" x={-quietZone} y={-quietZone} width={side} height={side} />
      <path className="qr-dark" d={qrPath(matrix)} />
    </svg>
  )
}
