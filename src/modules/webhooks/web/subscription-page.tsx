import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { type RefusalShown, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { Commands } from './commands.tsx'
import { Deliveries } from './deliveries.tsx'
import { kindsWords, StateTag } from './state-tag.tsx'
import { faultWords, say } from './text.ts'

type Subscription = OutputOf<'webhooks.get-subscription'>

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const id = params['id'] ?? ''
  const { searchParams } = new URL(request.url)
  const [cursor, waitingOnly] = [searchParams.get('cursor'), searchParams.get('show') === 'waiting']
  const subscription = await call(context, 'webhooks.get-subscription', { id })
  const deliveries = await call(context, 'webhooks.list-deliveries', { id, waiting: String(waitingOnly), limit: 50, ...(cursor !== null && { cursor }) })
  return { subscription, deliveries, waitingOnly, manages: staff.roles.some(({ role }) => role === 'administrator'), formKey: crypto.randomUUID() }
}

/** A new secret is shown in the answer to the form itself: nothing keeps it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const id = params['id'] ?? ''
  const options = { idempotencyKey: textOf(form, 'key') ?? '' }
  const done = await give(context, { id, intent: textOf(form, 'intent') ?? '', from: textOf(form, 'from') ?? '' }, options)
  if (!done.ok) return data({ secret: undefined, problems: [problemOf(done.refusal)] }, { status: statusOf(done.refusal.kind) })
  if ('secret' in done.value) return data({ secret: done.value.secret, problems: [] }, { headers: { 'cache-control': 'no-store' } })
  return redirect(`/administration/webhooks/${id}`, 303)
}

/** The day is all that a form here asks for; any other refusal concerns the subscription as a whole. */
function problemOf({ title, fields: [field] }: RefusalShown): { readonly id: string; readonly text: string } {
  if (field === undefined) return { id: 'standing', text: title }
  return { id: 'from', text: field.code.includes('.') ? field.title : say('check', { label: say('again.from') }) }
}

function give(context: ActionFunctionArgs['context'], { id, intent, from }: { readonly id: string; readonly intent: string; readonly from: string }, options: { readonly idempotencyKey: string }) {
  if (intent === 'secret') return attempt(context, 'webhooks.renew-secret', { id })
  if (intent === 'again') return attempt(context, 'webhooks.redeliver', { id, from }, options)
  if (intent === 'stop') return attempt(context, 'webhooks.stop', { id }, options)
  throw data(null, { status: 400 })
}

/** What the action says of its answer is said to the browser too: a secret is kept nowhere. */
export function headers({ actionHeaders }: { readonly actionHeaders: Headers }) {
  return actionHeaders
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: loaderData?.subscription.name ?? say('title') }]
}

export default function SubscriptionPage() {
  const { subscription, deliveries, waitingOnly, manages, formKey } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const problems = answered?.problems ?? []
  return (
    <div className="wrap stack">
      <div className="page-h">
        <p className="meta">
          <a href="/administration/webhooks">{say('title')}</a>
        </p>
        <h1>{subscription.name}</h1>
      </div>
      {problems.length > 0 ? <ErrorSummary title={say('refused')} problems={problems} /> : null}
      {answered?.secret === undefined ? null : <NewSecret secret={answered.secret} />}
      <Standing subscription={subscription} />
      {manages && subscription.state !== 'stopped' ? <Commands id={subscription.id} formKey={formKey} problem={problems.find(({ id }) => id === 'from')?.text} /> : null}
      <Deliveries id={subscription.id} deliveries={deliveries} waitingOnly={waitingOnly} />
    </div>
  )
}

function NewSecret({ secret }: { readonly secret: string }) {
  return (
    <Pane id="secret" title={say('secret.title')}>
      <p className="num code-all">{secret}</p>
      <Note kind="near">{say('secret.once')}</Note>
    </Pane>
  )
}

function Standing({ subscription }: { readonly subscription: Subscription }) {
  const { address, kinds, state, waiting, oldestWaitingAt, lastDeliveredAt, pausedUntil, lastFault, createdAt, createdBy, secretAt, secretBy, stoppedAt, stoppedBy } = subscription
  return (
    <Pane id="standing" title={say('facts')} beside={<StateTag state={state} />}>
      {pausedUntil === null || lastFault === null ? null : <Note kind="stop">{say('paused', { why: faultWords(lastFault), until: instantWords(pausedUntil) })}</Note>}
      <FactsList
        facts={[
          { term: say('address'), value: address, code: true },
          { term: say('kinds'), value: kindsWords(kinds) },
          { term: say('waiting'), value: waiting, note: oldestWaitingAt === null ? undefined : say('oldest', { at: instantWords(oldestWaitingAt) }) },
          { term: say('last'), value: lastDeliveredAt === null ? say('never') : instantWords(lastDeliveredAt) },
          { term: say('since'), value: say('by', { at: instantWords(createdAt), who: staffNumber(createdBy) }) },
          { term: say('secret'), value: secretBy === null ? say('secret.since', { at: instantWords(secretAt) }) : say('secret.by', { at: instantWords(secretAt), who: staffNumber(secretBy) }) },
          ...(stoppedAt === null || stoppedBy === null ? [] : [{ term: say('stop'), value: say('stopped', { at: instantWords(stoppedAt), who: staffNumber(stoppedBy) }) }]),
        ]}
      />
    </Pane>
  )
}

/** An actor is written `staff:HD0009`. */
function staffNumber(actor: string): string {
  return actor.slice(actor.indexOf(':') + 1)
}
