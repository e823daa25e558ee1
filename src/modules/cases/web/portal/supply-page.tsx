import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, type RouterContextProvider, useActionData, useLoaderData } from 'react-router'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { Note } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { statusOf } from '#web/refusals.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { stateOfEvidence } from '../state-of-evidence.ts'
import { evidenceStateWord } from './case-words.ts'
import { OfferForm, takeFiles, type WantedMaterial } from './offer-materials.tsx'
import { sendAheadHref } from './send-ahead-href.ts'
import { say } from './text.ts'

export const handle: PageHandle = { script: sendAheadHref }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const { view, wanted, owed } = await readOwed(context, params['number'] ?? '')
  if (!view.commands.includes('supply-material') || wanted.length === 0) throw redirect(`/matters/${view.number}`)
  return { number: view.number, itemName: view.itemName, wanted, owed, key: crypto.randomUUID() }
}

/** The materials that are owed; when none is, those of the case, to add to them. */
async function readOwed(context: Readonly<RouterContextProvider>, number: string) {
  const view = await call(context, 'cases.get-case', { number })
  const open = view.evidence.filter(({ owed }) => owed)
  const shown = open.length > 0 ? open : view.evidence.filter((one) => one.source !== 'shared')
  const wanted = [...new Map(shown.map((one): [string, WantedMaterial] => [one.requirement, { key: one.requirement, name: one.name, reasons: [evidenceStateWord(stateOfEvidence(one))] }])).values()]
  return { view, wanted, owed: open.length }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const number = params['number'] ?? ''
  const form = await request.formData()
  const { wanted } = await readOwed(context, number)
  const { materials, kept, problems } = await takeFiles(context, form, wanted, 'any')
  if (problems.length > 0) return data({ problems, kept }, { status: 422 })
  const key = textOf(form, 'key')
  const answer = await attempt(context, 'cases.supply-material', { number, materials: [...materials] }, key === undefined ? {} : { idempotencyKey: key })
  if (answer.ok) return redirect(`/matters/${number}`)
  const refused: readonly FieldProblem[] = [{ id: 'apply', text: answer.refusal.title }]
  return data({ problems: refused, kept }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('supply.title') }]
}

/** 容缺后补, or something more for the reviewers. */
export default function SupplyPage() {
  const { number, itemName, wanted, owed, key } = useLoaderData<typeof loader>()
  const { problems = [], kept = [] } = useActionData<typeof action>() ?? {}
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">{itemName}</p>
        <h1>{say('supply.title')}</h1>
      </div>
      {owed > 0 ? <Note kind="near">{say('supply.owed', { count: owed })}</Note> : null}
      <OfferForm action={`/matters/${number}/supply`} back={`/matters/${number}`} hidden={{ key }} wanted={wanted} kept={kept} problems={problems} submit={say('supply.submit')} />
    </div>
  )
}
