import type { RouterContextProvider } from 'react-router'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { attempt } from '#web/call.ts'
import { fileOf, textOf } from '#web/form-fields.ts'
import type { GivenMaterial } from '../../schema.ts'
import type { Draft } from './apply-draft.ts'
import { materialId, wayId } from './apply-fields.ts'
import type { Line } from './apply-view.ts'
import { keptIn } from '../kept-file.ts'
import { say } from './text.ts'

/** The materials as they were sent: new files are uploaded, an earlier one stays when none was chosen. */
export async function takeMaterials(context: Readonly<RouterContextProvider>, form: FormData, lines: readonly Line[], before: Draft['materials']): Promise<{ readonly materials: Draft['materials']; readonly problems: readonly FieldProblem[] }> {
  const materials: Record<string, GivenMaterial> = {}
  const problems: FieldProblem[] = []
  for (const line of lines) {
    const { key, name } = line.material
    const taken = await takeOne(context, form, key, before[key])
    if (taken === undefined) continue
    if ('refused' in taken) problems.push({ id: materialId(key), text: say('problem.file', { name, reason: taken.refused }) })
    else materials[key] = taken
  }
  return { materials, problems }
}

async function takeOne(context: Readonly<RouterContextProvider>, form: FormData, key: string, before: GivenMaterial | undefined): Promise<GivenMaterial | { readonly refused: string } | undefined> {
  const way = textOf(form, wayId(key)) ?? 'file'
  if (way === 'gap' || way === 'pledge') return { by: way }
  if (way.startsWith('certificate:')) return { by: 'certificate', identifier: way.slice('certificate:'.length) }
  const file = fileOf(form, materialId(key))
  if (file === undefined) {
    const kept = keptIn(form, key)
    return kept ? { by: 'file', fileId: kept.fileId, name: kept.name } : before?.by === 'file' ? before : undefined
  }
  const answer = await attempt(context, 'kernel.upload-file', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  return answer.ok ? { by: 'file', fileId: answer.value.id, name: answer.value.name } : { refused: answer.refusal.title }
}
