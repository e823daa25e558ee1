/** Characters of a unified social credit code (GB 32100-2015): no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Completes an 8-character organisation body with its GB 11714 check character. */
function organisationCode(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, at) => total + weight * parseInt(body[at] ?? '0', 36), 0)
  const check = (11 - (sum % 11)) % 11
  return body + (check === 10 ? 'X' : String(check))
}

/** Builds a synthetic credit code for a body of the example district: kind (11 organ, 12 institution, 13 mass organisation, 91 company) and a serial. */
export function syntheticCreditCode(kind: string, serial: number): string {
  const first17 = `${kind}440114${organisationCode(`MB2C${String(serial).padStart(4, '0')}`)}`
  let weight = 1
  let sum = 0
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return first17 + ALPHABET[(31 - (sum % 31)) % 31]
}
