import type { FieldFault, Verdict } from '#kernel/errors/refusal.ts'
import { fine, refuse } from '#kernel/errors/refusal.ts'
import { checkCitizenId } from '#kernel/ids/citizen-id.ts'
import { checkCreditCode } from '#kernel/ids/credit-code.ts'
import { isDay } from '#kernel/time/day.ts'
import type { FormField, ItemVersion, ScenarioAnswers } from '#modules/catalogue/index.ts'
import { caseErrors } from '../errors.ts'

export type FormValues = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** Checks an application form against the record of the item: required fields, kinds, lengths, choices, check digits; unknown fields are refused. */
export function checkForm(item: Pick<ItemVersion, 'form'>, values: FormValues, answers: ScenarioAnswers, holds: (condition: FormField['showWhen'], answers: ScenarioAnswers) => boolean): Verdict {
  const shown = item.form.sections.flatMap((section) => section.fields).filter((field) => holds(field.showWhen, answers))
  const known = new Map(shown.map((field) => [field.key, field]))
  const faults: FieldFault[] = Object.keys(values)
    .filter((key) => !known.has(key))
    .map((key) => ({ pointer: `/form/${key}`, code: 'unrecognized_keys' }))
  for (const field of shown) {
    const code = faultOf(field, values[field.key])
    if (code !== undefined) faults.push({ pointer: `/form/${field.key}`, code })
  }
  return faults.length === 0 ? fine : refuse(caseErrors.formIncomplete, {}, faults)
}

function faultOf(field: FormField, value: FormValues[string] | undefined): string | undefined {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return field.required ? 'too_small' : undefined
  switch (field.type) {
    case 'number':
    case 'integer':
    case 'money':
    case 'area':
      return faultOfNumber(field, value)
    case 'yesno':
      return value === true || value === false || value === 'yes' || value === 'no' ? undefined : 'invalid_value'
    case 'multiselect':
      return (Array.isArray(value) ? value : [value]).every((choice) => field.options.some((option) => option.key === choice)) ? undefined : 'invalid_value'
    case 'select':
      return field.options.some((option) => option.key === value) ? undefined : 'invalid_value'
    default:
      return faultOfText(field, value)
  }
}

function faultOfNumber(field: FormField, value: FormValues[string]): string | undefined {
  const number = typeof value === 'number' ? value : typeof value === 'string' && /^-?\d{1,15}(?:\.\d{1,6})?$/.test(value) ? Number(value) : Number.NaN
  if (!Number.isFinite(number) || (field.type === 'integer' && !Number.isInteger(number))) return 'invalid_format'
  if (field.min !== null && number < field.min) return 'too_small'
  return field.max !== null && number > field.max ? 'too_big' : undefined
}

function faultOfText(field: FormField, value: FormValues[string]): string | undefined {
  if (typeof value !== 'string') return 'invalid_type'
  if ([...value].length > (field.maxLength ?? 500)) return 'too_big'
  if (field.type === 'date') return isDay(value) ? undefined : 'invalid_format'
  if (field.type === 'phone') return /^(?:1\d{10}|0\d{2,3}-?\d{7,8})$/.test(value) ? undefined : 'invalid_format'
  if (field.type === 'identityNumber') return verdictCode(checkCitizenId(value))
  if (field.type === 'creditCode') return verdictCode(checkCreditCode(value))
  return undefined
}

function verdictCode(verdict: Verdict<unknown>): string | undefined {
  return verdict.ok ? undefined : verdict.refusal.code
}
