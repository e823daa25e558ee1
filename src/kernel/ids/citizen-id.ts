import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { refusals } from './errors.ts'
import type { Brand } from './new-id.ts'
import { isRealDay } from './real-day.ts'

/** A citizen number that passed GB 11643: 17 digits and a digit or `X`. */
export type CitizenId = Brand<string, 'CitizenId'>

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkDigits = '10X98765432'

/** Checks a citizen number (GB 11643-1999: length, characters, birth date, ISO 7064 MOD 11-2 check digit). A small `x` becomes `X`. The 15-digit numbers ended in 2013 and are refused. */
export function checkCitizenId(text: string): Verdict<CitizenId> {
  if (text.length !== 18) return refuse(refusals.citizenIdLength)
  const number = text.replace('x', 'X')
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return refuse(refusals.citizenIdCharacters)
  if (!isRealDay(number.slice(6, 14))) return refuse(refusals.citizenIdBirthDate)
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0)
  if (number[17] !== checkDigits[sum % 11]) return refuse(refusals.citizenIdCheckDigit)
  return fineWith(number as CitizenId)
}
