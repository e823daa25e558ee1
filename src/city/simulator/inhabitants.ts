import { checkCitizenId } from '#kernel/ids/citizen-id.ts'
import { checkCreditCode } from '#kernel/ids/credit-code.ts'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { fill } from '#ui/fill.ts'
import type { InputOf } from '../../app.ts'
import { dice } from './dice.ts'
import words from './words.zh-CN.json' with { type: 'json' }

export type InventedPerson = InputOf<'subjects.find-or-register-person'>
export type InventedOrganisation = Omit<InputOf<'subjects.register-organisation'>, 'legalRepresentativeId'>

const region = '440114'
const firstBirthday: Day = '1951-01-01'
const birthdays = 19_000

/** The n-th person of a seed: a name that many have, a number that nobody else has. */
export function inventedPerson(seed: string, n: number): InventedPerson {
  const chance = dice(`${seed}:person:${n}`)
  const birthOn = addCalendarDays(firstBirthday, (n * 7919) % birthdays)
  const order = String(100 + Math.floor(n / birthdays)).padStart(3, '0')
  const body = `${region}${birthOn.replaceAll('-', '')}${order}`
  return {
    name: chance.pick(words.surnames) + chance.pick(words.givenNames),
    idNumber: withCheck(body, '0123456789X', (text) => checkCitizenId(text).ok),
    phone: `139${String(n).padStart(8, '0')}`,
    regionCode: `${region}001`,
    address: address(chance.pick(words.streets), chance.between(1, 320)),
  }
}

/** The n-th enterprise of a seed; its legal representative is a person of the same seed. */
export function inventedOrganisation(seed: string, n: number): InventedOrganisation {
  const chance = dice(`${seed}:organisation:${n}`)
  const tradeName = chance.pick(words.tradeNames) + chance.pick(words.tradeNames)
  return {
    name: fill(words.organisation, { tradeName, trade: chance.pick(words.trades) }),
    tradeName,
    creditCode: withCheck(`91${region}MA9${String(n).padStart(6, '0')}`, '0123456789ABCDEFGHJKLMNPQRTUWXY', (text) => checkCreditCode(text).ok),
    establishedOn: addCalendarDays('2005-01-01', chance.between(0, 3000)),
    phone: `138${String(n).padStart(8, '0')}`,
    regionCode: `${region}001`,
    address: address(chance.pick(words.streets), chance.between(1, 320)),
  }
}

function address(street: string, number: number): string {
  return fill(words.address, { street, number })
}

/** The text with the one check character that makes it valid. */
function withCheck(body: string, alphabet: string, isValid: (text: string) => boolean): string {
  const check = [...alphabet].find((sign) => isValid(body + sign))
  if (check === undefined) throw new Error(`no check character fits ${body}`)
  return body + check
}
