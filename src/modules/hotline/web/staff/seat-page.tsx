import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf } from '#web/form-fields.ts'
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
import { IntakePane } from './intake-pane.tsx'

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
    demo: context.get(requestContext).settings.demo,
    roles: staff.roles.map(({ role }) => role),
    taken: searchParams.get('taken'),
    emergency: await localLimit(context, 'hotline.emergency'),
    key: crypto.randomUUID(),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const act = textOf(form, 'act')
  if (act === undefined || !Object.hasOwn(acts, act)) return redirect('/hotline', 303)
  const given = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' && value.trim() !== '' && name !== 'act' && name !== 'key' ? [[name, value.trim()]] : [])))
  const typed = given as Readonly<Record<string, string>>
  const input = act === 'register' ? { ...given, secret: typed['secret'] === 'yes', emergency: typed['emergency'] === 'yes' } : given
  const answer = await attempt(context, acts[act as Act], input as unknown as InputOf<'hotline.hold-call'>, { idempotencyKey: textOf(form, 'key') })
  if (!answer.ok) return data({ act, title: answer.refusal.title, problems: problemsOf(answer.refusal), typed }, { status: statusOf(answer.refusal.kind) })
  return redirect('number' in answer.value ? `/hotline/orders/${String(answer.value.number)}` : '/hotline', 303)
}

export function meta() {
  return [{ title: say('seat') }]
}

/** The seat: the call on the line with what its caller wanted before, the form to write it down, and the knowledge base. */
export default function SeatPage() {
  const { live, current, onLine, ringing, ended, q, articles, units, demo, roles, emergency, key } = useLoaderData<typeof loader>()
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
          <AnswersPane q={q} articles={articles} units={units.names} />
        </div>
      </div>
    </div>
  )
}
