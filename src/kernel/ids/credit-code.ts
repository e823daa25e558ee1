import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { refusals } from './errors.ts'
import type { Brand } from './new-id.ts'

/** A unified social credit code that passed GB 32100: 18 characters, upper case. */
export type CreditCode = Brand<string, 'CreditCode'>

/** An organisation code that passed GB 11714: 8 characters and a check character, without the hyphen. */
export type OrganisationCode = Brand<string, 'OrganisationCode'>

// GB 32100-2015 table 2: no I, O, S, V, Z.
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const

/** Checks a unified social credit code (GB 32100-2015: length, characters, check digit with weights 3^(i−1) mod 31). Small letters become capitals. */
export function checkCreditCode(text: string): Verdict<CreditCode> {
  if (text.length !== 18) return refuse(refusals.creditCodeLength)
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/i.test(text)) return refuse(refusals.creditCodeCharacters)
  const code = text.toUpperCase()
  let sum = 0
  for (let place = 0, weight = 1; place < 17; place += 1, weight = (weight * 3) % 31) {
    sum += weight * creditAlphabet.indexOf(code.charAt(place))
  }
  if (code[17] !== creditAlphabet[(31 - (sum % 31)) % 31]) return refuse(refusals.creditCodeCheckDigit)
  return fineWith(code as CreditCode)
}

/** Checks an organisation code (GB 11714-1997, MOD 11) as 9 characters or with a hyphen before the last. Small letters become capitals. */
export function checkOrganisationCode(text: string): Verdict<OrganisationCode> {
  if (text.length !== 9 && text.length !== 10) return refuse(refusals.organisationCodeLength)
  const [, body, check] = /^([0-9A-Z]{8})-?([0-9X])$/.exec(asciiUpperCase(text)) ?? []
  if (!body || !check) return refuse(refusals.organisationCodeCharacters)
  const sum = organisationWeights.reduce((total, weight, place) => total + weight * organisationAlphabet.indexOf(body.charAt(place)), 0)
  if (check !== '0123456789X0'[11 - (sum % 11)]) return refuse(refusals.organisationCodeCheckDigit)
  return fineWith((body + check) as OrganisationCode)
}

// toUpperCase alone would turn ß into SS and the Turkish ı into I.
function asciiUpperCase(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase())
}
