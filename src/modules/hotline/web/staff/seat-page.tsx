import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { fileOf, textOf } from '#web/form-fields.ts'
import { liveHref } from '#web/live-href.ts'
import { liveOf, LivePart } from '#web/live-part.tsx'
import { localLimit } from '#web/local-rules.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { say } from '../text.ts'
import { unitsFor } from '../unit-names.ts'
import { useReadsOnly, WhoActs } from '#web/who-acts.tsx'
import { AnswersPane } from './answers-pane.tsx'
import { CallPane, RingingPane, SimulatorPane } from './call-panes.tsx'
import { HotlineTabs } from './hotline-tabs.tsx'
import { intakeOf, scanField } from './intake-input.ts'
import { IntakePane } from './intake-pane.tsx'
import { OwedPane } from './owed-pane.tsx'

const acts = {
  answer: 'hotline.answer-call',
  hold: 'hotline.hold-call',
  resume: 'hotline.resume-call',
  transfer: 'hotline.transfer-call',
  join: 'hotline.join-call',
  'hang-up': 'hotline.hang-up-call',
  rate: 'hotline.rate-transfer',
  simulate: 'hotline.simulate-call',
  register: 'hotline.register-order',
} as const
type Act = keyof typeof acts

/** Calls that ring appear by themselves. */
export const handle: PageHandle = { script: liveHref }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const live = await liveOf(context, 'hotline.calls')
  const { items } = await call(context, 'hotline.list-calls', { limit: 20 })
  const open = items.find(({ state, acts }) => state !== 'ringing' && state !== 'ended' && acts.length > 0)
  const { searchParams } = new URL(request.url)
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200)
  return {
    live,
    onLine: items.filter(({ state, acts }) => state !== 'ringing' && state !== 'ended' && acts.length === 0),
    current: open === undefined ? null : await call(context, 'hotline.get-call', { id: open.id }),
    ringing: items.filter(({ state }) => state === 'ringing'),
    ended: items.filter(({ state }) => state === 'ended').slice(0, 5),
    q,
    articles: q === '' ? [] : (await call(context, 'hotline.search-articles', { q, limit: 5 })).items,
    units: await unitsFor(context),
    owed: await owedAt(context, staff.roles),
    demo: context.get(requestContext).settings.demo,
    roles: staff.roles.map(({ role }) => role),
    taken: searchParams.get('taken'),
    emergency: await localLimit(context, 'hotline.emergency'),
    key: crypto.randomUUID(),
  }
}

/** What whoever sits at the seat answers for to callers (首问负责); a supervisor answers for nothing. */
async function owedAt(context: LoaderFunctionArgs['context'], roles: readonly { readonly role: string }[]) {
  return roles.some(({ role }) => role === 'hotlineOperator') ? call(context, 'hotline.list-orders', { view: 'mine', limit: 8 }) : null
}

export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const act = textOf(form, 'act')
  if (act === undefined || !Object.hasOwn(acts, act)) return redirect('/hotline', 303)
  const key = textOf(form, 'key')
  const given = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' && value.trim() !== '' && name !== 'act' && name !== 'key' ? [[name, value.trim()]] : [])))
  const typed = given as Readonly<Record<string, string>>
  const scan = act === 'register' ? fileOf(form, scanField) : undefined
  const uploaded = scan && (await attempt(context, 'kernel.upload-file', { name: scan.name, bytes: new Uint8Array(await scan.arrayBuffer()) }, { idempotencyKey: key && `${key}-scan` }))
  if (uploaded?.ok === false) return data({ act, title: uploaded.refusal.title, problems: [{ id: scanField, text: uploaded.refusal.title }], typed }, { status: statusOf(uploaded.refusal.kind) })
  const input = act === 'register' ? intakeOf(typed, uploaded?.value.id) : given
  const answer = await attempt(context, acts[act as Act], input as unknown as InputOf<'hotline.hold-call'>, { idempotencyKey: key })
  if (!answer.ok) return data({ act, title: answer.refusal.title, problems: problemsOf(answer.refusal), typed }, { status: statusOf(answer.refusal.kind) })
  return redirect('number' in answer.value ? `/hotline/orders/${String(answer.value.number)}` : '/hotline', 303)
}

export function meta() {
  return [{ title: say('seat') }]
}

/** The seat: the call on the line with what its caller wanted before, the form to write it down, and the knowledge base. */
export default function SeatPage() {
  const { live, current, onLine, ringing, ended, q, articles, units, owed, demo, roles, emergency, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const readsOnly = useReadsOnly()
  const refusedCall = refused !== undefined && refused.act !== 'register' ? refused.title : undefined
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say(readsOnly ? 'seats' : 'seat')}</h1>
      </div>
      <HotlineTabs roles={roles} current="/hotline" />
      <div className={readsOnly ? 'cols cols-2' : 'room room-case'}>
        <div>
          {current === null ? null : <CallPane {...current} units={units} requestKey={key} />}
          <LivePart id="live-ringing" live={live} announced>
            <RingingPane ringing={ringing} onLine={onLine} ended={ended} refused={refusedCall} requestKey={key} />
          </LivePart>
          {demo ? (
            <WhoActs>
              <SimulatorPane requestKey={key} />
            </WhoActs>
          ) : null}
        </div>
        <WhoActs>
          <div className="mid">
            <IntakePane call={current?.call ?? null} units={units.choices} refused={refused?.act === 'register' ? refused : undefined} emergency={emergency} requestKey={key} />
          </div>
        </WhoActs>
        <div>
          {owed === null ? null : <OwedPane {...owed} />}
          <AnswersPane q={q} articles={articles} units={units.names} />
        </div>
      </div>
    </div>
  )
}
