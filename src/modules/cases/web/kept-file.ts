import { textOf } from '#web/form-fields.ts'

/** A file that was uploaded before the form was sent, or with one that came back: it need not be chosen again. */
export interface KeptFile {
  readonly material: string
  readonly fileId: string
  readonly name: string
}

export const keptName = (material: string): string => `kept-${material}`

export const keptValue = ({ fileId, name }: KeptFile): string => `${fileId} ${name}`

/** The form says `id name`; whose file it is, the operation that takes it checks. */
export function keptIn(form: FormData, material: string): KeptFile | undefined {
  return readKept(textOf(form, keptName(material)) ?? '', material)
}

export function readKept(value: string, material: string): KeptFile | undefined {
  const [fileId = '', ...name] = value.split(' ')
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fileId) ? { material, fileId, name: name.join(' ').slice(0, 255) } : undefined
}
