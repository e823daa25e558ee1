import { sm2KeyPair, type Sm2KeyPair } from './sm2.ts'

// Both structures have a fixed length for this curve, so they are a fixed beginning followed by the key's bytes.
// SubjectPublicKeyInfo (RFC 5480): id-ecPublicKey, curve 1.2.156.10197.1.301, a bit string of 65 bytes.
const spkiStart = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex')
// PrivateKeyInfo (RFC 5208) around ECPrivateKey (RFC 5915): 32 bytes of key, then the public key.
const pkcs8Start = Buffer.from('308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420', 'hex')
const pkcs8Middle = Buffer.from('a144034200', 'hex')

/** The public key (65 bytes) as a PEM SubjectPublicKeyInfo, which OpenSSL reads. */
export function sm2PublicKeyToPem(publicKey: Uint8Array): string {
  return toPem('PUBLIC KEY', Buffer.concat([spkiStart, publicKey]))
}

/** The 65-byte public key of a PEM SubjectPublicKeyInfo. Throws RangeError if it holds anything but an uncompressed SM2 key. */
export function sm2PublicKeyFromPem(pem: string): Buffer {
  const der = fromPem('PUBLIC KEY', pem)
  if (der.length !== spkiStart.length + 65 || !startsWith(der, spkiStart)) throw new RangeError('Not an SM2 public key')
  return der.subarray(spkiStart.length)
}

/** The key pair as an unencrypted PEM PKCS #8 file. */
export function sm2PrivateKeyToPem({ privateKey, publicKey }: Sm2KeyPair): string {
  return toPem('PRIVATE KEY', Buffer.concat([pkcs8Start, privateKey, pkcs8Middle, publicKey]))
}

/** The key pair of a PEM PKCS #8 file; the public key is computed, not believed. Throws RangeError if it holds anything but an SM2 key. */
export function sm2PrivateKeyFromPem(pem: string): Sm2KeyPair {
  const der = fromPem('PRIVATE KEY', pem)
  if (der.length < pkcs8Start.length + 32 || !startsWith(der, pkcs8Start)) throw new RangeError('Not an SM2 private key')
  return sm2KeyPair(der.subarray(pkcs8Start.length, pkcs8Start.length + 32))
}

/** A 64-byte signature as the DER sequence of two integers that OpenSSL and GM/T 0009 use. */
export function sm2SignatureToDer(signature: Uint8Array): Buffer {
  const integers = Buffer.concat([derInteger(signature.subarray(0, 32)), derInteger(signature.subarray(32, 64))])
  return Buffer.concat([Buffer.from([0x30, integers.length]), integers])
}

/** The 64-byte form of a DER signature; undefined unless it is the one strict DER encoding of that signature. */
export function sm2SignatureFromDer(der: Uint8Array): Buffer | undefined {
  const rLength = der[3]
  if (rLength === undefined || der.length > 72) return undefined
  const r = fixedInteger(der.subarray(4, 4 + rLength))
  const s = fixedInteger(der.subarray(6 + rLength))
  if (!r || !s) return undefined
  const signature = Buffer.concat([r, s])
  return sm2SignatureToDer(signature).equals(der) ? signature : undefined
}

function derInteger(bytes: Uint8Array): Buffer {
  const firstUsed = bytes.findIndex((byte) => byte !== 0)
  const digits = Buffer.from(firstUsed === -1 ? [0] : bytes.subarray(firstUsed))
  const signed = (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits
  return Buffer.concat([Buffer.from([0x02, signed.length]), signed])
}

function fixedInteger(digits: Uint8Array): Buffer | undefined {
  const unsigned = digits.length === 33 && digits[0] === 0 ? digits.subarray(1) : digits
  return unsigned.length > 32 ? undefined : Buffer.concat([Buffer.alloc(32 - unsigned.length), unsigned])
}

function toPem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

function fromPem(label: string, pem: string): Buffer {
  const start = pem.indexOf(`-----BEGIN ${label}-----`)
  const end = pem.indexOf(`-----END ${label}-----`)
  if (start === -1 || end < start) throw new RangeError(`No PEM block "${label}"`)
  return Buffer.from(pem.slice(start + `-----BEGIN ${label}-----`.length, end), 'base64')
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start)
}
