import type { RouterContextProvider } from 'react-router'
import type { InputOf } from '#app'
import { attempt, type Attempt } from '#web/call.ts'
import type { OutputOf } from '#app'
import type { FieldProblem } from '#ui/error-summary.tsx'
import type { RefusalShown } from '#web/refusals.ts'
import type { ApplyStep, Draft } from './apply-draft.ts'
import { fieldId } from './apply-fields.ts'
import type { ApplyView, Guide } from './apply-view.ts'

type SubmitInput = InputOf<'cases.submit-case'>

/** Files the application, once per draft. */
export function submitDraft(context: Readonly<RouterContextProvider>, view: ApplyView): Promise<Attempt<OutputOf<'cases.submit-case'>>> {
  return attempt(context, 'cases.submit-case', inputOf(view), { idempotencyKey: view.draft.id })
}

function inputOf({ item, draft, guide }: ApplyView): SubmitInput {
  const asked = new Set(guide.materials.map((line) => line.material.key))
  const given = Object.entries(draft.materials).filter(([material]) => asked.has(material))
  return {
    implementCode: item.implementCode,
    ...(draft.applicantId !== '' && { applicantId: draft.applicantId }),
    channel: 'online',
    answers: draft.answers,
    form: shownValues(draft, guide),
    materials: given.map(([material, one]) => {
      switch (one.by) {
        case 'file':
          return { material, by: 'file' as const, fileId: one.fileId }
        case 'certificate':
          return { material, by: 'certificate' as const, identifier: one.identifier }
        case 'gap':
        case 'pledge':
          return { material, by: one.by }
      }
    }),
    pledge: given.some(([, one]) => one.by === 'pledge'),
    delivery: deliveryOf(draft.delivery),
    draftId: draft.id,
  }
}

/** Fields that a changed answer hid again are not sent. */
function shownValues(draft: Draft, guide: Guide): Draft['form'] {
  const shown = new Set(guide.form.sections.flatMap((section) => section.fields.map((field) => field.key)))
  return Object.fromEntries(Object.entries(draft.form).filter(([key]) => shown.has(key)))
}

function deliveryOf({ kind, hallId, name, phone, address }: Draft['delivery']): NonNullable<SubmitInput['delivery']> {
  switch (kind) {
    case 'electronic':
      return { kind }
    case 'window':
    case 'terminal':
      return { kind, hallId }
    case 'post':
      return { kind, name, phone, address }
  }
}

const stepOfPart: Readonly<Record<string, ApplyStep>> = { answers: 'situation', applicantId: 'situation', form: 'form', materials: 'materials', delivery: 'review' }
const stepOfCode: readonly (readonly [code: RegExp, step: ApplyStep])[] = [
  [/^cases\.(scenario|assurance|applicant|channel)|^subjects\./, 'situation'],
  [/^cases\.form/, 'form'],
  [/^cases\.(unknown-material|material|file|gap|pledge)|^certificates\.|^files\./, 'materials'],
]

/** The step that a refusal belongs to, and its lines for the error summary: a wrong field is named by its label. */
export function refusedAt(refusal: RefusalShown, guide: Guide): { readonly step: ApplyStep; readonly problems: readonly FieldProblem[] } {
  const part = refusal.fields[0]?.pointer.split('/')[1] ?? ''
  const step = stepOfPart[part] ?? stepOfCode.find(([code]) => code.test(refusal.code))?.[1] ?? 'review'
  const labels = new Map(guide.form.sections.flatMap((section) => section.fields.map((field) => [fieldId(field.key), field.label] as const)))
  const problems = refusal.fields.map((field) => {
    const id = field.pointer.slice(1).replaceAll('/', '-')
    const label = labels.get(id)
    return { id, text: label === undefined ? field.title : `${label}：${field.title}` }
  })
  return { step, problems: problems.length > 0 ? problems : [{ id: 'apply', text: refusal.title }] }
}
