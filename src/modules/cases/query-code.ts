import { randomInt } from 'node:crypto'
import { sm3Hex } from '#kernel/crypto/sm3.ts'

/** Six digits on the receipt with which anyone may ask for the progress of the case without signing in (C-31). */
export function newQueryCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** What is stored of a query code, bound to its case. */
export function queryCodeHash(caseId: string, code: string): string {
  return sm3Hex(`query-code:${caseId}:${code}`)
}
