import { type FieldFault, fine, refuse, type RefusalType, type Verdict } from '#kernel/errors/refusal.ts'
import { publicationErrors } from '../errors.ts'
import { findNumbers, type FoundNumber, type TextField } from './personal-numbers.ts'

type Text = Readonly<Record<TextField, string>>

/** No identity number is even kept in a draft. The refusal names the places, never the number. */
export function checkIdentityNumbers(text: Text): Verdict {
  return withoutAny(numbersOf('identity', text), publicationErrors.identityNumberFound)
}

/** Telephone numbers go out only if whoever reviews answers that they are public ones. */
export function checkPhones(text: Text, arePublic: boolean): Verdict {
  return arePublic ? fine : withoutAny(numbersOf('phone', text), publicationErrors.phoneUnconfirmed)
}

export function numbersOf(kind: FoundNumber['kind'], text: Text): readonly FoundNumber[] {
  return findNumbers(text).filter((found) => found.kind === kind)
}

function withoutAny(found: readonly FoundNumber[], type: RefusalType): Verdict {
  return found.length === 0 ? fine : refuse(type, {}, found.map((one) => faultAt(one, type)))
}

function faultAt({ field, line, column, masked }: FoundNumber, { code }: RefusalType): FieldFault {
  return { pointer: `/${field}`, code, detail: `${line}:${column} ${masked}` }
}
