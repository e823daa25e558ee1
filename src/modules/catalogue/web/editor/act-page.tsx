import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, type RouterContextProvider, useActionData, useLoaderData } from 'react-router'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DialogPage } from '#ui/dialog-page.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { attempt } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { dayOf, textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { actProblems, DayAndReason } from './day-and-reason.tsx'
import { findOfficeItem, itemPath } from './editor-found.ts'
import { say } from './text.ts'

const acts = ['suspend', 'resume', 'cancel'] as const
type Act = (typeof acts)[number]

function actOf(params: Readonly<Record<string, string | undefined>>): Act {
  const act = acts.find((one) => one === params['act'])
  if (act === undefined) throw data(null, { status: 404 })
  return act
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  const act = actOf(params)
  const { item } = await findOfficeItem(context, params)
  return { act, name: item.name, implementCode: item.implementCode, today: context.get(requestContext).today, formKey: crypto.randomUUID() }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const [from, reason] = [dayOf(form, 'from'), textOf(form, 'reason') ?? '']
  const implementCode = params['implementCode'] ?? ''
  const answer = await perform(context, actOf(params), { implementCode, from, reason }, textOf(form, 'key') ?? '')
  if (answer.ok) return redirect(itemPath(implementCode), 303)
  return data({ problems: actProblems(answer.refusal), from, reason }, { status: statusOf(answer.refusal.kind) })
}

interface Asked {
  readonly implementCode: string
  readonly from: string
  readonly reason: string
}

function perform(context: Readonly<RouterContextProvider>, act: Act, { implementCode, from, reason }: Asked, idempotencyKey: string) {
  switch (act) {
    case 'suspend':
      return attempt(context, 'catalogue.suspend-item', { implementCode, reason }, { idempotencyKey })
    case 'resume':
      return attempt(context, 'catalogue.resume-item', { implementCode, reason }, { idempotencyKey })
    case 'cancel':
      return attempt(context, 'catalogue.cancel-item', { implementCode, from: from as `${number}-${number}-${number}`, reason }, { idempotencyKey })
  }
}

export function meta({ loaderData }: { readonly loaderData?: { readonly act: Act } }) {
  return [{ title: loaderData ? say(`act.${loaderData.act}`) : say('list.title') }]
}

/** Suspends, resumes or cancels an item after saying what follows from it. */
export default function ActPage() {
  const { act, name, implementCode, today, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <DialogPage
        action={`${itemPath(implementCode)}/${act}`}
        about={say('publish.about', { item: name, code: implementCode })}
        title={say(`act.${act}`)}
        actions={
          <>
            <Button kind={act === 'resume' ? 'first' : 'over'}>{say(`act.${act}.do`)}</Button>
            <ButtonLink kind="plain" href={itemPath(implementCode)}>
              {say('publish.back')}
            </ButtonLink>
          </>
        }
      >
        {refused ? <ErrorSummary title={say('act.refused')} problems={refused.problems} /> : null}
        <input type="hidden" name="key" value={formKey} />
        <p>{say(`act.${act}.lead`)}</p>
        <div className="mt">
          <DayAndReason from={act === 'cancel' ? (refused?.from ?? today) : undefined} reason={refused?.reason ?? ''} today={today} problems={refused?.problems ?? []} />
        </div>
      </DialogPage>
    </div>
  )
}
