import type { RouterContextProvider } from 'react-router'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput } from '#ui/inputs.tsx'
import { attempt } from '#web/call.ts'
import { fileOf } from '#web/form-fields.ts'
import { materialId } from './apply-fields.ts'
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
  readonly problems: readonly FieldProblem[]
}

/** Uploads the files of the form; with `all`, each wanted material needs one, because a correction is made in one go. */
export async function takeFiles(context: Readonly<RouterContextProvider>, form: FormData, wanted: readonly WantedMaterial[], need: 'all' | 'any'): Promise<TakenFiles> {
  const materials: TakenFiles['materials'][number][] = []
  const problems: FieldProblem[] = []
  for (const { key, name } of wanted) {
    const file = fileOf(form, materialId(key))
    if (file === undefined) {
      if (need === 'all') problems.push({ id: materialId(key), text: say('problem.material', { name }) })
      continue
    }
    const answer = await attempt(context, 'kernel.upload-file', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (answer.ok) materials.push({ material: key, by: 'file', fileId: answer.value.id })
    else problems.push({ id: materialId(key), text: say('problem.file', { name, reason: answer.refusal.title }) })
  }
  const first = wanted[0]
  if (need === 'any' && materials.length === 0 && problems.length === 0 && first) problems.push({ id: materialId(first.key), text: say('problem.any-material') })
  return { materials, problems }
}

interface OfferFormProps {
  readonly action: string
  readonly back: string
  readonly hidden: Readonly<Record<string, string>>
  readonly wanted: readonly WantedMaterial[]
  readonly problems: readonly FieldProblem[]
  readonly submit: string
}

/** One file field per wanted material, and its reasons beside it. */
export function OfferForm({ action, back, hidden, wanted, problems, submit }: OfferFormProps) {
  return (
    <>
      {problems.length > 0 ? <ErrorSummary title={say('apply.problems', { count: problems.length })} problems={problems} /> : null}
      <form id="apply" action={action} method="post" encType="multipart/form-data">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {wanted.map((material) => (
          <Field key={material.key} id={materialId(material.key)} label={material.name} hint={[...material.reasons, say('apply.materials.file')].join(' ')} error={problems.find((problem) => problem.id === materialId(material.key))?.text}>
            {(ids) => <FileInput {...ids} name={ids.id} accept="application/pdf,image/*,.ofd,.docx,.xlsx" />}
          </Field>
        ))}
        <Actions>
          <Button>{submit}</Button>
          <ButtonLink kind="plain" href={back}>
            {say('apply.back')}
          </ButtonLink>
        </Actions>
      </form>
    </>
  )
}
