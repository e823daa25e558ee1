import type { RouterContextProvider } from 'react-router'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { attempt, type Attempt } from '#web/call.ts'
import { fileOf } from '#web/form-fields.ts'
import { keptIn, keptName, keptValue } from '../kept-file.ts'
import { fileName, type Line, wayIn, wayName } from './checklist.ts'
import { say } from './text.ts'
import type { Typed } from './typed.ts'

interface Uploaded {
  readonly fileIds: Readonly<Record<string, string>>
  /** For the form, should it come back: files that were taken need not be chosen again. */
  readonly kept: Typed
  readonly problems: readonly FieldProblem[]
}

/**
 * Takes up the files that were chosen for materials, now or before the form came back, and what lies on the scanner where
 * `scans`: a sheet is drawn in once nothing else is in the way. One that is not taken is a problem at its own field.
 */
export async function uploadFiles(context: Readonly<RouterContextProvider>, form: FormData, lines: readonly Line[], scans: boolean): Promise<Uploaded> {
  const fileIds: Record<string, string> = {}
  const kept: Record<string, readonly string[]> = {}
  const problems: FieldProblem[] = []
  for (const line of lines) {
    const { key, name } = line.material
    const way = wayIn(form, line)
    if (way !== 'file' && (way !== 'scan' || !scans)) continue
    const file = way === 'file' ? fileOf(form, fileName(key)) : undefined
    const before = way === 'file' && file === undefined ? keptIn(form, key) : undefined
    if (way === 'file' && file === undefined && before === undefined) continue
    const answer = before ? { ok: true as const, value: { id: before.fileId, name: before.name } } : await takeUp(context, name, file)
    if (!answer.ok) {
      problems.push({ id: way === 'scan' ? wayName(key) : fileName(key), text: say('problem.file', { name, title: answer.refusal.title }) })
      continue
    }
    fileIds[key] = answer.value.id
    if (way === 'file') kept[keptName(key)] = [keptValue({ material: key, fileId: answer.value.id, name: answer.value.name })]
  }
  return { fileIds, kept, problems }
}

/** A chosen file, or what lies on the scanner. */
async function takeUp(context: Readonly<RouterContextProvider>, title: string, file: File | undefined): Promise<Attempt<{ readonly id: string; readonly name: string }>> {
  if (file !== undefined) return attempt(context, 'kernel.upload-file', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  const scanned = await attempt(context, 'kernel.scan-document', { title })
  return scanned.ok ? { ok: true, value: { id: scanned.value.id, name: title } } : scanned
}
