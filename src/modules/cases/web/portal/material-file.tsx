import type { ControlIds } from '#ui/field.tsx'
import { FileInput } from '#ui/inputs.tsx'
import { partText } from '#ui/text.ts'
import { say } from './text.ts'

/** The script puts the name of the file here. */
const open = { name: '{name}' }

/** The field for one file. The words are for the script that sends it ahead; without the script it goes with the form. */
export function MaterialFile({ ids, name }: { readonly ids: ControlIds; readonly name: string }) {
  const words = { 'data-sending': say('upload.sending', open), 'data-sent': say('upload.sent', open), 'data-failed': say('upload.failed', open), 'data-again': partText('upload.again') }
  return <FileInput {...ids} {...words} name={name} accept="application/pdf,image/*,.ofd,.docx,.xlsx" />
}
