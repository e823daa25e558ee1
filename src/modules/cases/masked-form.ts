import type { FormField, ItemVersion } from '#modules/catalogue/index.ts'
import { maskAddress, maskCreditCode, maskIdNumber, maskPersonName, maskPhone } from '#modules/subjects/index.ts'

const masks: Partial<Record<FormField['type'], (text: string) => string>> = {
  personName: maskPersonName,
  identityNumber: maskIdNumber,
  creditCode: maskCreditCode,
  phone: maskPhone,
}

/** A person's home is masked; the place that the application is about is not. */
function maskOf(field: FormField | undefined): ((text: string) => string) | undefined {
  if (field?.type === 'address') return field.prefill === 'subject.address' ? maskAddress : undefined
  return field === undefined ? undefined : masks[field.type]
}

/** The form as staff see it before they state a purpose: names, numbers, phones and home addresses masked by the kind of field (个人信息保护法 art. 6, 51). */
export function maskedForm(item: Pick<ItemVersion, 'form'>, form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields = new Map(item.form.sections.flatMap((section) => section.fields).map((field) => [field.key, field]))
  return Object.fromEntries(
    Object.entries(form).map(([key, value]) => {
      const mask = maskOf(fields.get(key))
      return [key, mask !== undefined && typeof value === 'string' ? mask(value) : value]
    }),
  )
}
