import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { say } from '../text.ts'
import { draftInput, typedDraft } from './draft-fields.ts'
import { DraftForm } from './draft-form.tsx'
import { problemsInText } from './place-in-text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const interprets = searchParams.get('interprets')
  const policy = interprets === null ? undefined : await attempt(context, 'publication.get-own-record', { number: interprets })
  const proposalId = searchParams.get('proposal')
  const proposal = proposalId === null ? undefined : (await call(context, 'publication.list-proposals', { limit: 100 })).items.find(({ id }) => id === proposalId)
  return {
    policy: policy?.ok ? { number: policy.value.number, title: policy.value.text.title, theme: policy.value.theme } : null,
    proposal: proposal === undefined ? null : { id: proposal.id, title: proposal.title, ground: proposal.ground },
    today: context.get(requestContext).today,
    key: crypto.randomUUID(),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = actingStaffFirst(context, request)
  const form = await request.formData()
  const typed = typedDraft(form)
  const idempotencyKey = textOf(form, 'key')
  const proposal = textOf(form, 'proposal')
  const unitId = staff.roles.find(({ role }) => role === 'publicationEditor')?.unitId ?? staff.unitId
  const answer = proposal
    ? await attempt(context, 'publication.accept-proposal', { ...draftInput(typed), id: proposal } as InputOf<'publication.accept-proposal'>, { idempotencyKey })
    : await attempt(context, 'publication.draft-record', { ...draftInput(typed), unitId, interprets: textOf(form, 'interprets') || null } as InputOf<'publication.draft-record'>, { idempotencyKey })
  if (answer.ok) return redirect(`/publication-office/records/${answer.value.number}`, 303)
  return data({ title: answer.refusal.title, problems: problemsInText(answer.refusal), typed }, { status: statusOf(answer.refusal.kind) })
}

type Loaded = Awaited<ReturnType<typeof loader>>

export function meta({ loaderData }: { readonly loaderData?: Loaded }) {
  return [{ title: headOf(loaderData?.policy ?? null) }]
}

function headOf(policy: Loaded['policy']): string {
  return policy === null ? say('office.new') : say('draft.interpretation', { title: policy.title })
}

/** The first edition of a record, of an interpretation, or of what was proposed. */
export default function DraftPage() {
  const { policy, proposal, today, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.typed ?? { ...(policy !== null && { theme: policy.theme, title: say('draft.interpretation.title', { title: policy.title }) }), ...(proposal !== null && { title: proposal.title }) }
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{headOf(policy)}</h1>
        <p className="meta">
          <a href="/publication-office">{say('back')}</a>
        </p>
      </div>
      {proposal === null ? null : <p>{say('draft.proposal', { ground: proposal.ground })}</p>}
      <DraftForm
        action={`/publication-office/new${policy === null ? '' : `?interprets=${policy.number}`}${proposal === null ? '' : `?proposal=${proposal.id}`}`}
        hidden={{ key, interprets: policy?.number ?? '', proposal: proposal?.id ?? '' }}
        values={values}
        isInterpretation={policy !== null}
        today={today}
        refused={refused}
      />
    </div>
  )
}
