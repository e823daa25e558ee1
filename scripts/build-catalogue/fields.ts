import type { FormField } from '#modules/catalogue/schema/form.ts'

/** What a family of items asks: fact ids or their two-letter prefixes, the title of the section and its fields. */
export type FormFamilyRow = readonly [ids: readonly string[], title: string, fields: readonly FormField[]]

type Extra = Partial<Omit<FormField, 'key' | 'label' | 'type' | 'options'>> & { readonly options?: readonly (readonly [key: string, label: string])[] }

const LENGTHS: Partial<Record<FormField['type'], number>> = { text: 100, textarea: 1000, address: 200, phone: 20, identityNumber: 18, creditCode: 18, personName: 50 }

/** A required field of a form with the usual length of its type; `extra` overrides. */
export function field(key: string, label: string, type: FormField['type'], extra: Extra = {}): FormField {
  const { options, ...rest } = extra
  const numeric = type === 'number' || type === 'integer' || type === 'money' || type === 'area'
  return {
    key,
    label,
    type,
    required: true,
    maxLength: LENGTHS[type] ?? null,
    min: numeric ? 0 : null,
    max: null,
    unit: type === 'area' ? '平方米' : type === 'money' ? '万元' : null,
    hint: null,
    prefill: null,
    showWhen: [],
    ...rest,
    options: (options ?? []).map(([optionKey, optionLabel]) => ({ key: optionKey, label: optionLabel })),
  }
}

/** Options keyed a, b, c … for fields whose choices no rule refers to. */
export function choices(...labels: readonly string[]): readonly (readonly [string, string])[] {
  return labels.map((label, at) => [String.fromCharCode(97 + at), label])
}
