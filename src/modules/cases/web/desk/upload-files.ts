import type { RouterContextProvider } from 'react-router'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { attempt } from '#web/call.ts'
import { fileOf } from '#web/form-fields.ts'
import { fileName, type Line, wayIn } from './checklist.ts'
import { say } from './text.ts'

interface Uploaded {
  readonly fileIds: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

/** Takes up the files that were chosen for materials; a file that is not taken is a problem at its own field. */
export async function uploadFiles(context: Readonly<RouterContextProvider>, form: FormData, lines: readonly Line[]): Promise<Uploaded> {
  const fileIds: Record<string, string> = {}
  const problems: FieldProblem[] = []
  for (const line of lines) {
    const { key, name } = line.material
    const file = fileOf(form, fileName(key))
    if (file === undefined || wayIn(form, line) !== 'file') continue
    const answer = await attempt(context, 'kernel.upload-file', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (answer.ok) fileIds[key] = answer.value.id
    else problems.push({ id: fileName(key), text: say('problem.file', { name, title: answer.refusal.title }) })
  }
  return { fileIds, problems }
}
