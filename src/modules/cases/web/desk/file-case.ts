import { redirect, type RouterContextProvider } from 'react-router'
import type { InputOf, OutputOf } from '#app'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { formFault } from '#ui/form-fault.ts'
import { attempt, call } from '#web/call.ts'
import { textOf, textsOf } from '#web/form-fields.ts'
import { type RefusalShown, statusOf } from '#web/refusals.ts'
import { deliveryValues } from '../form-delivery.ts'
import { checkedIn, type DefectFound, defectsIn, type Line, missingProblems, notBroughtIn, offerProblems, offersIn, standardProblems } from './checklist.ts'
import type { DeskAddress } from './desk-address.ts'
import { say } from './text.ts'
import { type Typed, typedIn } from './typed.ts'
import { uploadFiles } from './upload-files.ts'

type Context = Readonly<RouterContextProvider>
type Guide = OutputOf<'catalogue.get-guide'>
type Submission = InputOf<'cases.submit-case'>

/** What the clerk does with a new application: accept it, write the one-time notice, or only take it in. */
export const conclusions = ['accept', 'notice', 'keep'] as const
export type Conclusion = (typeof conclusions)[number]

/** A form that was sent back, with everything typed in it. */
export interface SentBack {
  readonly title: string
  readonly problems: readonly FieldProblem[]
  readonly typed: Typed
  readonly status: number
}

interface Filing {
  readonly form: FormData
  readonly address: DeskAddress
  readonly guide: Guide
  readonly hallId: string | undefined
}

/**
 * Takes an application in and concludes it in one go: two operations, so if the second is refused the case is in, and its
 * page says what is left to do.
 */
export async function fileCase(context: Context, { form, address, guide, hallId }: Filing): Promise<Response | SentBack> {
  const conclusion = conclusions.find((one) => one === textOf(form, 'conclusion')) ?? 'keep'
  const missing = notBroughtIn(form, guide.materials)
  const delivery = deliveryIn(form, hallId)
  const values = { ...formValues(form, guide), ...deliveryValues(delivery, guide) }
  const { implementCode } = guide
  const checked = await attempt(context, 'cases.check-application', { implementCode, answers: address.answers, form: values })
  const wrong = checked.ok ? [] : refusalProblems(checked.refusal, guide, values)
  const inTheWay = [...offerProblems(form, guide.materials), ...concludeProblems(conclusion, form, { lines: guide.materials, missing }), ...wrong, ...declarationProblems(form)]
  const { fileIds, kept, problems } = await uploadFiles(context, form, guide.materials, inTheWay.length === 0)
  const typed = { ...typedIn(form), ...kept }
  if (inTheWay.length > 0 || problems.length > 0) return sentBack(typed, [...inTheWay, ...problems])

  const materials = offersIn(form, guide.materials, fileIds)
  const key = textOf(form, 'key')
  const submitted = await attempt(
    context,
    'cases.submit-case',
    {
      implementCode,
      channel: 'window',
      answers: address.answers,
      form: values,
      materials,
      pledge: materials.some((offer) => offer.by === 'pledge'),
      delivery,
      declaration: { declared: true, version: Number(textOf(form, 'declare')) },
      ...(address.applicant !== undefined && { applicantId: address.applicant }),
    },
    { idempotencyKey: key },
  )
  if (!submitted.ok) return sentBack(typed, refusalProblems(submitted.refusal, guide, values), submitted.refusal)
  const { number, documents } = submitted.value
  const defects = conclusion === 'notice' ? await defectsToTell(context, number, { form, lines: guide.materials, missing }) : []
  if (conclusion === 'keep' || (conclusion === 'notice' && defects.length === 0)) return redirect(casePath(number, documents[0]?.id), 303)
  const options = { idempotencyKey: `${key}-${conclusion}` }
  const concluded =
    conclusion === 'accept'
      ? await attempt(context, 'cases.accept-case', { number, checked: checkedIn(form, guide.materials) }, options)
      : await attempt(context, 'cases.request-correction', { number, defects }, options)
  if (!concluded.ok) return redirect(`/desk/cases/${number}?refused=${concluded.refusal.code}`, 303)
  return redirect(casePath(number, concluded.value.documents[0]?.id), 303)
}

/** What was not brought but is on record from an earlier case (C-30) is not asked for again. */
async function defectsToTell(context: Context, number: string, { form, lines, missing }: { readonly form: FormData; readonly lines: readonly Line[]; readonly missing: readonly Line[] }): Promise<DefectFound[]> {
  const { evidence } = await call(context, 'cases.get-case', { number })
  const known = missing.filter(({ material }) => evidence.some((one) => one.requirement === material.key))
  const isOpen = (line: Line): boolean => !known.includes(line)
  return defectsIn(form, lines.filter(isOpen), missing.filter(isOpen))
}

/** What stands in the way of a conclusion: something missing or a standard that is not met, or a notice that says nothing. */
export function concludeProblems(conclusion: Conclusion, form: FormData, { lines, missing }: { readonly lines: readonly Line[]; readonly missing: readonly Line[] }): readonly FieldProblem[] {
  if (conclusion === 'accept') return [...missingProblems(missing), ...standardProblems(form, lines)]
  if (conclusion === 'notice' && defectsIn(form, lines, missing).length === 0) return [{ id: 'checklist', text: say('problem.nothingToTell') }]
  return []
}

/** Nothing is taken in of which the applicant has not declared before the clerk that it is true. */
function declarationProblems(form: FormData): readonly FieldProblem[] {
  return textOf(form, 'declare') === undefined ? [{ id: 'declare', text: say('problem.declare') }] : []
}

export function casePath(number: string, printed: string | undefined): string {
  return printed === undefined ? `/desk/cases/${number}` : `/desk/cases/${number}?printed=${printed}`
}

function sentBack(typed: Typed, problems: readonly FieldProblem[], refusal?: RefusalShown): SentBack {
  return { title: refusal?.title ?? say('problem.title'), problems, typed, status: refusal ? statusOf(refusal.kind) : 422 }
}

/** Pointers into the input as ids of the form; each line says which field it is about. */
function refusalProblems(refusal: RefusalShown, guide: Guide, values: NonNullable<Submission['form']>): readonly FieldProblem[] {
  const fields = new Map(guide.form.sections.flatMap((section) => section.fields.map((field) => [`/form/${field.key}`, field])))
  return refusal.fields.map((fault) => {
    const field = fields.get(fault.pointer)
    return { id: fault.pointer.replace(/^\//, '').replaceAll('/', '-'), text: field === undefined ? fault.title : formFault(field, fault, values[field.key] === undefined) }
  })
}

/** The application form; what was left empty is left out. */
function formValues(form: FormData, guide: Guide): NonNullable<Submission['form']> {
  const fields = guide.form.sections.flatMap((section) => section.fields)
  const values = fields.map(({ key, type }) => [key, type === 'multiselect' ? [...textsOf(form, `form-${key}`)] : (textOf(form, `form-${key}`) ?? '')] as const)
  return Object.fromEntries(values.filter(([, value]) => value.length > 0))
}

function deliveryIn(form: FormData, hallId: string | undefined): NonNullable<Submission['delivery']> {
  switch (textOf(form, 'delivery-kind')) {
    case 'window':
      return hallId === undefined ? { kind: 'electronic' } : { kind: 'window', hallId }
    case 'post':
      return { kind: 'post', name: textOf(form, 'delivery-name') ?? '', phone: textOf(form, 'delivery-phone') ?? '', address: textOf(form, 'delivery-address') ?? '' }
    default:
      return { kind: 'electronic' }
  }
}
