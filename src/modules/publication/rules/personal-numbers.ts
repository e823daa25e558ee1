import { checkCitizenId } from '#kernel/ids/citizen-id.ts'

export const textFields = ['title', 'summary', 'body'] as const
export type TextField = (typeof textFields)[number]

/** A number in a text that may be somebody's: where it stands (line and sign from 1), and its ends only. */
export interface FoundNumber {
  readonly kind: 'identity' | 'phone'
  readonly field: TextField
  readonly line: number
  readonly column: number
  readonly masked: string
}

/** Runs of digits as people write them, with spaces or hyphens between the groups; full-width digits are read as digits. */
const run = /\d(?:[ -]?\d){5,24}(?:[ -]?[Xx])?/g
const phone = /^(?:1[3-9]\d{9}|0\d{9,11})$/

/** Identity numbers (a checked GB 11643 number, or one of fifteen digits with a real month and day) and telephone numbers in the text of a record. */
export function findNumbers(text: Readonly<Record<TextField, string>>): readonly FoundNumber[] {
  return textFields.flatMap((field) => text[field].split('\n').flatMap((line, at) => inLine(plainDigits(line)).map((found) => ({ ...found, field, line: at + 1 }))))
}

function inLine(line: string): readonly Omit<FoundNumber, 'field' | 'line'>[] {
  return [...line.matchAll(run)].flatMap((match) => {
    const whole = numberAt(match[0], match.index)
    if (whole !== undefined) return [whole]
    // Two numbers with a space between them read like one long one.
    return [...match[0].matchAll(/[^ ]+/g)].flatMap((part) => numberAt(part[0], match.index + part.index) ?? [])
  })
}

function numberAt(text: string, index: number): Omit<FoundNumber, 'field' | 'line'> | undefined {
  const digits = text.replaceAll(/[ -]/g, '').toUpperCase()
  const kind = kindOf(digits)
  return kind && { kind, column: index + 1, masked: masked(digits) }
}

function kindOf(digits: string): FoundNumber['kind'] | undefined {
  if (checkCitizenId(digits).ok || isOldIdentityNumber(digits)) return 'identity'
  return phone.test(digits) ? 'phone' : undefined
}

/** Six digits of a region, a birthday of the last century, three digits of order. */
function isOldIdentityNumber(digits: string): boolean {
  const parts = /^[1-6]\d{5}(\d{2})(\d{2})(\d{2})\d{3}$/.exec(digits)
  if (parts === null) return false
  const [month, day] = [Number(parts[2]), Number(parts[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function plainDigits(text: string): string {
  return text.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replaceAll(/[－—–]/g, '-')
}

function masked(digits: string): string {
  return `${digits.slice(0, 3)}${'*'.repeat(digits.length - 5)}${digits.slice(-2)}`
}
