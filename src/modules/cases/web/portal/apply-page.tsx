import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Steps } from '#ui/steps.tsx'
import { textOf } from '#web/form-fields.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { statusOf } from '#web/refusals.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { missingOn } from './apply-check.ts'
import { answersInAddress, type ApplyStep, applySteps, type Draft, newDraft, readDraft } from './apply-draft.ts'
import { merge } from './apply-fields.ts'
import { takeMaterials } from './apply-files.ts'
import { FormStep } from './apply-form.tsx'
import { MaterialsStep } from './apply-materials.tsx'
import { ReviewStep } from './apply-review.tsx'
import { SituationStep } from './apply-situation.tsx'
import { refusedAt, submitDraft } from './apply-submit.ts'
import { type ApplyView, linesToBring, readApplyView } from './apply-view.ts'
import { receiptCookie } from './receipt-cookie.ts'
import { say } from './text.ts'

export const handle: PageHandle = { crumbs: ({ view }: Shown) => [{ href: `/services/${view.item.implementCode}`, text: view.item.name }] }

/** One step as it is shown, with what was wrong with it. */
interface Shown {
  readonly view: ApplyView
  readonly step: ApplyStep
  readonly problems: readonly FieldProblem[]
}

export async function loader({ params, request, context }: LoaderFunctionArgs): Promise<Shown> {
  signInFirst(context, request)
  const draft = newDraft(answersInAddress(new URL(request.url).searchParams))
  return { view: await readApplyView(context, params['implementCode'] ?? '', draft), step: 'situation', problems: [] }
}

/** Takes one step: keeps what was sent, says what is missing, goes to the step that the button names, and at the end files the application. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const form = await request.formData()
  const implementCode = params['implementCode'] ?? ''
  const step = stepNamed(textOf(form, 'step'))
  const go = textOf(form, 'go') ?? ''
  const draft = readDraft(form) ?? newDraft({})
  const read = (changed: Draft) => readApplyView(context, implementCode, changed)

  let view = await read(draft)
  const merged = merge(view, step, form)
  const taken = step === 'materials' ? await takeMaterials(context, form, linesToBring(view.guide), merged.materials) : { materials: merged.materials, problems: [] }
  view = await read({ ...merged, materials: taken.materials })
  const target = go === 'submit' ? 'submit' : stepNamed(go)
  if (target !== 'submit' && applySteps.indexOf(target) < applySteps.indexOf(step)) return data<Shown>({ view, step: target, problems: [] })

  const missing = [...taken.problems, ...missingOn(step, view.draft, view.guide)]
  if (missing.length > 0) {
    // A question that only the answers just given have brought up was not forgotten.
    const forgotten = step === 'situation' ? missing.filter((problem) => draft.asked.includes(problem.id.replace(/^answers-/, ''))) : missing
    return data<Shown>({ view, step, problems: forgotten }, { status: forgotten.length > 0 ? 422 : 200 })
  }
  if (target !== 'submit') return data<Shown>({ view, step: target, problems: [] })
  if (textOf(form, 'declare') !== 'yes') return data<Shown>({ view, step: 'review', problems: [{ id: 'declare', text: say('problem.declare') }] }, { status: 422 })

  const filed = await submitDraft(context, view)
  if (!filed.ok) return data<Shown>({ view, ...refusedAt(filed.refusal, view.guide) }, { status: statusOf(filed.refusal.kind) })
  const { number, queryCode } = filed.value
  return redirect(`/matters/${number}/receipt`, { headers: { 'Set-Cookie': receiptCookie(number, queryCode) } })
}

function stepNamed(name: string | undefined): ApplyStep {
  return applySteps.find((step) => step === name) ?? 'situation'
}

export function meta({ loaderData }: { readonly loaderData?: Shown }) {
  return [{ title: loaderData ? say('apply.title', { name: loaderData.view.item.name }) : say('apply') }]
}

/** Applying in four steps, each a page that is sent and comes back. */
export default function ApplyPage() {
  const atFirst = useLoaderData<typeof loader>()
  const { view, step, problems } = useActionData<typeof action>() ?? atFirst
  const now = applySteps.indexOf(step)
  return (
    <div className="wrap">
      <Steps label={say('apply.steps')} steps={applySteps.map((name, place) => ({ text: say(`apply.${name}`), state: place < now ? 'done' : place === now ? 'now' : 'later' }))} />
      <div className="page-h">
        <p className="meta">{say('apply.step', { step: now + 1, count: applySteps.length, name: view.item.name })}</p>
        <h1>{say(`apply.${step}`)}</h1>
      </div>
      {problems.length > 0 ? <ErrorSummary title={say('apply.problems', { count: problems.length })} problems={problems} /> : null}
      <form id="apply" action={`/apply/${view.item.implementCode}`} method="post" encType={step === 'materials' ? 'multipart/form-data' : undefined}>
        <input type="hidden" name="draft" value={JSON.stringify(view.draft)} />
        <input type="hidden" name="step" value={step} />
        {step === 'situation' ? <SituationStep view={view} problems={problems} /> : null}
        {step === 'form' ? <FormStep view={view} problems={problems} /> : null}
        {step === 'materials' ? <MaterialsStep view={view} problems={problems} /> : null}
        {step === 'review' ? <ReviewStep view={view} problems={problems} /> : null}
      </form>
    </div>
  )
}
