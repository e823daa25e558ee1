import { joined, partText } from './text.ts'

/** A question of an application form, with what its answer may be. */
interface AskedWithin {
  readonly label: string
  readonly type: string
  readonly unit: string | null
  readonly min: number | null
  readonly max: number | null
  readonly maxLength: number | null
}

/** What a rule says of an answer, by its code and in its general words. */
interface FaultFound {
  readonly code: string
  readonly title: string
}

/** What is wrong with the answer to a question, in words that say what to write: 联系电话：请填11位手机号…. What was wrong was decided by the rule. */
export function formFault(field: AskedWithin, { code, title }: FaultFound, isEmpty: boolean): string {
  return joined('label', [field.label, isEmpty ? partText(isChosen(field.type) ? 'fault.choose' : 'fault.fill') : (limitWords(field, code) ?? (code === 'invalid_format' ? formatWords(field.type) : undefined) ?? title)])
}

function isChosen(type: string): boolean {
  return type === 'select' || type === 'multiselect' || type === 'yesno'
}

function limitWords({ min, max, maxLength, unit }: AskedWithin, code: string): string | undefined {
  if (code === 'too_small' && min !== null) return partText('fault.least', { number: `${min}${unit ?? ''}` })
  if (code === 'too_big' && max !== null) return partText('fault.most', { number: `${max}${unit ?? ''}` })
  return code === 'too_big' && maxLength !== null ? partText('fault.longest', { count: maxLength }) : undefined
}

function formatWords(type: string): string | undefined {
  switch (type) {
    case 'phone':
      return partText('fault.phone')
    case 'date':
      return partText('fault.date')
    case 'integer':
      return partText('fault.integer')
    case 'number':
    case 'money':
    case 'area':
      return partText('fault.number')
    default:
      return undefined
  }
}
