import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { refusals } from './errors.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The ISO/IEC 7064 MOD 37,36 check character of a text of digits and capital letters. Refuses an empty text and any other character. */
export function mod3736CheckCharacter(body: string): Verdict<string> {
  if (!/^[0-9A-Z]+$/.test(body)) return refuse(refusals.mod3736Characters)
  let product = 36
  for (const character of body) {
    product = ((product + alphabet.indexOf(character)) % 36 || 36) * 2 % 37
  }
  return fineWith(alphabet.charAt((37 - product) % 36))
}

/** Checks that the last character is the MOD 37,36 check character of those before it, and gives back the text. */
export function checkMod3736(text: string): Verdict<string> {
  const expected = mod3736CheckCharacter(text.slice(0, -1))
  if (!expected.ok) return expected
  return expected.value === text.at(-1) ? fineWith(text) : refuse(refusals.mod3736CheckCharacter)
}
