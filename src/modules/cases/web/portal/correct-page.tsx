import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, type RouterContextProvider, useActionData, useLoaderData } from 'react-router'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { Note } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { dueDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { statusOf } from '#web/refusals.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { OfferForm, takeFiles, type WantedMaterial } from './offer-materials.tsx'
import { sendAheadHref } from './send-ahead-href.ts'
import { say } from './text.ts'

export const handle: PageHandle = { script: sendAheadHref }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const { view, wanted } = await readNotice(context, params['number'] ?? '')
  if (!view.commands.includes('correct')) throw redirect(`/matters/${view.number}`)
  return { number: view.number, itemName: view.itemName, version: view.version, ...(await lastDay(context, view.number)), wanted, key: crypto.randomUUID() }
}

/** The day on which the time of the correction ends. */
async function lastDay(context: Readonly<RouterContextProvider>, number: string): Promise<{ readonly dueOn: string | null; readonly dueProvisional: boolean }> {
  const { timers } = await call(context, 'cases.get-case-clock', { number })
  const timer = timers.find(({ name, end }) => name === 'correction' && end === null)
  return { dueOn: timer?.dueDay ?? null, dueProvisional: timer?.provisional ?? false }
}

/** The case, and what its one-time notice asks for: each material once, with every fault of it. */
async function readNotice(context: Readonly<RouterContextProvider>, number: string) {
  const view = await call(context, 'cases.get-case', { number })
  const { item } = await call(context, 'catalogue.get-item', { implementCode: view.implementCode, on: view.submittedAt.slice(0, 10) })
  const keys = [...new Set(view.defects.map((defect) => defect.material))]
  const wanted = keys.map((key): WantedMaterial => {
    const material = item.materials.find((one) => one.key === key)
    const faults = view.defects.filter((defect) => defect.material === key)
    const reasons = faults.map(({ standard, note }) => [standard === null ? say('correct.missing') : (material?.acceptanceStandards[standard]?.otherwise ?? ''), note ?? ''].join(''))
    return { key, name: material?.name ?? key, reasons }
  })
  return { view, wanted }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const number = params['number'] ?? ''
  const form = await request.formData()
  const { wanted } = await readNotice(context, number)
  const { materials, kept, problems } = await takeFiles(context, form, wanted, 'all')
  if (problems.length > 0) return data({ problems, kept }, { status: 422 })
  const key = textOf(form, 'key')
  const version = Number(textOf(form, 'version'))
  const answer = await attempt(context, 'cases.correct-case', { number, materials: [...materials], ...(version > 0 && { expectedVersion: version }) }, key === undefined ? {} : { idempotencyKey: key })
  if (answer.ok) return redirect(`/matters/${number}`)
  const refused: readonly FieldProblem[] = [{ id: 'apply', text: answer.refusal.title }]
  return data({ problems: refused, kept }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('correct.title') }]
}

/** 补正: everything that the notice asked for, in one go. */
export default function CorrectPage() {
  const { number, itemName, version, dueOn, dueProvisional, wanted, key } = useLoaderData<typeof loader>()
  const { problems = [], kept = [] } = useActionData<typeof action>() ?? {}
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">{itemName}</p>
        <h1>{say('correct.title')}</h1>
        <p>{say('correct.lead')}</p>
      </div>
      {dueOn === null ? null : <Note kind="near">{say('correct.due', { day: dueDayWords(dueOn, dueProvisional) })}</Note>}
      <OfferForm action={`/matters/${number}/correct`} back={`/matters/${number}`} hidden={{ key, version: String(version) }} wanted={wanted} kept={kept} problems={problems} submit={say('correct.submit')} />
    </div>
  )
}
