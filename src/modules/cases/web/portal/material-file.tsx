import type { ControlIds } from '#ui/field.tsx'
import { FileInput } from '#ui/inputs.tsx'
import { say } from './text.ts'

/** The field for one file. The words are for the script that sends it ahead; without the script it goes with the form. */
export function MaterialFile({ ids, name }: { readonly ids: ControlIds; readonly name: string }) {
  const words = { 'data-sending': say('upload.sending'), 'data-sent': say('upload.sent'), 'data-failed': say('upload.failed') }
  return <FileInput {...ids} {...words} name={name} accept="application/pdf,image/*,.ofd,.docx,.xlsx" />
}
