import type { RouterContextProvider } from 'react-router'
import type { InputOf, OutputOf } from '#app'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { attempt, type Attempt } from '#web/call.ts'
import type { RefusalShown } from '#web/refusals.ts'
import type { GivenMaterial } from '../../schema.ts'
import { fieldProblems } from './apply-check.ts'
import { type ApplyStep, deliveryOf } from './apply-draft.ts'
import { formPagesOf, type Place, placesOf } from './apply-places.ts'
import { alreadyKnown, type ApplyView, certificateFor, formToFile, linesToBring } from './apply-view.ts'

type SubmitInput = InputOf<'cases.submit-case'>

/** Files the application, once per draft; `declared` is the version of the words that the applicant ticked. */
export function submitDraft(context: Readonly<RouterContextProvider>, view: ApplyView, declared: number): Promise<Attempt<OutputOf<'cases.submit-case'>>> {
  return attempt(context, 'cases.submit-case', { ...inputOf(view), declaration: { declared: true, version: declared } }, { idempotencyKey: view.draft.id })
}

function inputOf(view: ApplyView): Omit<SubmitInput, 'declaration'> {
  const { item, draft, guide, regionNames } = view
  const asked = new Set(linesToBring(guide).map((line) => line.material.key))
  const given = Object.entries(draft.materials).filter(([material]) => asked.has(material))
  return {
    implementCode: item.implementCode,
    ...(draft.applicantId !== '' && { applicantId: draft.applicantId }),
    channel: 'online',
    answers: draft.answers,
    form: formToFile(draft, guide, regionNames),
    materials: [...given.map(([material, one]) => offerOf(material, one)), ...certificatesUsed(view)],
    pledge: given.some(([, one]) => one.by === 'pledge'),
    delivery: deliveryOf(draft.delivery, regionNames),
    draftId: draft.id,
  }
}

type Offer = NonNullable<SubmitInput['materials']>[number]

function offerOf(material: string, one: GivenMaterial): Offer {
  switch (one.by) {
    case 'file':
      return { material, by: 'file', fileId: one.fileId }
    case 'certificate':
      return { material, by: 'certificate', identifier: one.identifier }
    case 'gap':
    case 'pledge':
      return { material, by: one.by }
  }
}

/** What he need not hand in because he holds the certificate: its use is recorded like that of one he chose (D-08). */
function certificatesUsed(view: ApplyView): readonly Offer[] {
  return alreadyKnown(view.guide).flatMap(({ material }): Offer[] => {
    const certificate = certificateFor(view, material.key)
    return certificate === undefined ? [] : [{ material: material.key, by: 'certificate', identifier: certificate.identifier }]
  })
}

const stepOfPart: Readonly<Record<string, ApplyStep>> = { answers: 'situation', applicantId: 'situation', form: 'form', materials: 'materials', delivery: 'review' }
const stepOfCode: readonly (readonly [code: RegExp, step: ApplyStep])[] = [
  [/^cases\.(scenario|assurance|applicant|channel)|^subjects\./, 'situation'],
  [/^cases\.form/, 'form'],
  [/^cases\.(unknown-material|material|certificate|file|gap|pledge)|^certificates\.|^files\./, 'materials'],
]

/** The page that a refusal belongs to, and its lines for the error summary: a wrong field is named by its label. */
export function refusedAt(refusal: RefusalShown, view: ApplyView): { readonly place: Place; readonly problems: readonly FieldProblem[] } {
  const part = refusal.fields[0]?.pointer.split('/')[1] ?? ''
  const step = stepOfPart[part] ?? stepOfCode.find(([code]) => code.test(refusal.code))?.[1] ?? 'review'
  const onForm = step === 'form' ? onFormPage(refusal, view) : undefined
  if (onForm !== undefined) return onForm
  const problems = refusal.fields.map((field) => ({ id: field.pointer.slice(1).replaceAll('/', '-'), text: field.title }))
  const place = placesOf(view.guide).find((one) => one.step === step) ?? { step: 'review', part: '' }
  return { place, problems: problems.length > 0 ? problems : [{ id: 'apply', text: refusal.title }] }
}

/** The first page of the form that holds a wrong field, with its own problems: those of later pages come up when these are mended. */
function onFormPage({ fields: faults }: RefusalShown, { guide, draft }: ApplyView): { readonly place: Place; readonly problems: readonly FieldProblem[] } | undefined {
  for (const { key, fields } of formPagesOf(guide)) {
    const problems = fieldProblems(fields, faults, draft.form)
    if (problems.length > 0) return { place: { step: 'form', part: key }, problems }
  }
  return undefined
}
