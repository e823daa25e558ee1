import type { RouterContextProvider } from 'react-router'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { attempt } from '#web/call.ts'
import { fileOf } from '#web/form-fields.ts'
import { materialId } from './apply-fields.ts'
import { type KeptFile, keptIn, keptName, keptValue } from '../kept-file.ts'
import { MaterialFile } from './material-file.tsx'
import { say } from './text.ts'

/** A material that is asked for, with what is wrong with it or why it is still owed. */
export interface WantedMaterial {
  readonly key: string
  readonly name: string
  readonly reasons: readonly string[]
}

/** What came with the form: the uploaded files, or what was wrong with each. */
export interface TakenFiles {
  readonly materials: readonly { readonly material: string; readonly by: 'file'; readonly fileId: string }[]
  readonly kept: readonly KeptFile[]
  readonly problems: readonly FieldProblem[]
}

/** Uploads the files of the form; with `all`, each wanted material needs one, because a correction is made in one go. */
export async function takeFiles(context: Readonly<RouterContextProvider>, form: FormData, wanted: readonly WantedMaterial[], need: 'all' | 'any'): Promise<TakenFiles> {
  const kept: KeptFile[] = []
  const problems: FieldProblem[] = []
  for (const { key, name } of wanted) {
    const file = fileOf(form, materialId(key))
    const earlier = keptIn(form, key)
    if (file === undefined && earlier !== undefined) kept.push(earlier)
    if (file === undefined) {
      if (need === 'all' && earlier === undefined) problems.push({ id: materialId(key), text: say('problem.material', { name }) })
      continue
    }
    const answer = await attempt(context, 'kernel.upload-file', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (answer.ok) kept.push({ material: key, fileId: answer.value.id, name: answer.value.name })
    else problems.push({ id: materialId(key), text: say('problem.file', { name, reason: answer.refusal.title }) })
  }
  const first = wanted[0]
  if (need === 'any' && kept.length === 0 && problems.length === 0 && first) problems.push({ id: materialId(first.key), text: say('problem.any-material') })
  return { materials: kept.map(({ material, fileId }) => ({ material, by: 'file', fileId })), kept, problems }
}

interface OfferFormProps {
  readonly action: string
  readonly back: string
  readonly hidden: Readonly<Record<string, string>>
  readonly wanted: readonly WantedMaterial[]
  readonly kept: readonly KeptFile[]
  readonly problems: readonly FieldProblem[]
  readonly submit: string
}

/** One file field per wanted material, and its reasons beside it. */
export function OfferForm({ action, back, hidden, wanted, kept, problems, submit }: OfferFormProps) {
  return (
    <>
      {problems.length > 0 ? <ErrorSummary title={say('apply.problems', { count: problems.length })} problems={problems} /> : null}
      <form id="apply" className="mt" action={action} method="post" encType="multipart/form-data">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {kept.map((file) => (
          <input key={file.material} type="hidden" name={keptName(file.material)} value={keptValue(file)} />
        ))}
        {wanted.map((material) => (
          <Field key={material.key} id={materialId(material.key)} label={material.name} hint={hintOf(material, kept)} error={problems.find((problem) => problem.id === materialId(material.key))?.text}>
            {(ids) => <MaterialFile ids={ids} name={ids.id} />}
          </Field>
        ))}
        <Actions>
          <Button>{submit}</Button>
          <ButtonLink kind="plain" href={back}>
            {say('offer.back')}
          </ButtonLink>
        </Actions>
      </form>
    </>
  )
}

function hintOf({ key, reasons }: WantedMaterial, kept: readonly KeptFile[]): string {
  const uploaded = kept.find(({ material }) => material === key)
  return [...reasons, uploaded === undefined ? say('apply.materials.file') : say('apply.materials.uploaded', { name: uploaded.name })].join(' ')
}
