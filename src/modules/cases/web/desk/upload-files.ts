import type { RouterContextProvider } from 'react-router'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { attempt } from '#web/call.ts'
import { fileOf } from '#web/form-fields.ts'
import { fileName, type Line, wayIn, wayName } from './checklist.ts'
import { say } from './text.ts'

interface Uploaded {
  readonly fileIds: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

/** Takes up the files that were chosen for materials, and what lies on the scanner; one that is not taken is a problem at its own field. */
export async function uploadFiles(context: Readonly<RouterContextProvider>, form: FormData, lines: readonly Line[]): Promise<Uploaded> {
  const fileIds: Record<string, string> = {}
  const problems: FieldProblem[] = []
  for (const line of lines) {
    const { key, name } = line.material
    const way = wayIn(form, line)
    const file = fileOf(form, fileName(key))
    if (way !== 'scan' && (way !== 'file' || file === undefined)) continue
    const answer = file === undefined || way === 'scan' ? await attempt(context, 'kernel.scan-document', { title: name }) : await attempt(context, 'kernel.upload-file', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (answer.ok) fileIds[key] = answer.value.id
    else problems.push({ id: way === 'scan' ? wayName(key) : fileName(key), text: say('problem.file', { name, title: answer.refusal.title }) })
  }
  return { fileIds, problems }
}
