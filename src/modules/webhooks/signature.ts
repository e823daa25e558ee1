import { hmacSm3 } from '#kernel/crypto/sm3.ts'

/**
 * The value of the header `yimen-signature`: the second of sending and an HMAC-SM3 over it and the body, so that a receiver
 * can tell who sent it, that nothing was changed, and that it is not an old message sent again by somebody else.
 */
export function signatureOf(secret: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000)
  return `t=${seconds},hmac-sm3=${hmacSm3(Buffer.from(secret, 'hex'), `${seconds}.${body}`).toString('hex')}`
}
