import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { FactsList } from '#ui/facts.tsx'
import { Pane } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { placementFilled, placementInput, placementQuestions, placeOptions } from './member-form.ts'
import { MemberAgencies, MemberRoles, roleQuestions } from './member-roles.tsx'
import { filledOf, questionProblems } from './questions.tsx'
import { RecordChanges } from './record-changes.tsx'
import { RecordForm, Refused } from './record-form.tsx'
import { say } from './record-text.ts'
import { say as sayOffice } from './text.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const staffId = params['staffId'] ?? ''
  const member = await call(context, 'organisation.get-staff-member', { staffId })
  const { items: changes } = await call(context, 'organisation.list-changes', { kind: 'staff', recordId: staffId, limit: 50 })
  const { items: units } = await call(context, 'organisation.list-units', { limit: 100 })
  return { member, changes, units, places: await placeOptions(context), today: context.get(requestContext).today, formKey: crypto.randomUUID() }
}

/** Gives a role, or moves the member to another place. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const staffId = params['staffId'] ?? ''
  const options = { idempotencyKey: textOf(form, 'key') ?? '' }
  const moving = textOf(form, 'intent') === 'place'
  const questions = moving ? placementQuestions([], []) : roleQuestions([])
  const done = moving ? await attempt(context, 'organisation.place-staff', { staffId, ...placementInput(form) }, options) : await attempt(context, 'organisation.assign-role', { staffId, ...roleInput(form) }, options)
  if (done.ok) return redirect(`/administration/staff/${staffId}#${moving ? 'changes' : 'roles'}`, 303)
  return data({ moving, problems: questionProblems(done.refusal, questions), filled: filledOf(form, questions) }, { status: statusOf(done.refusal.kind) })
}

function roleInput(form: FormData): Omit<InputOf<'organisation.assign-role'>, 'staffId'> {
  const text = (name: string): string => textOf(form, name) ?? ''
  type Input = InputOf<'organisation.assign-role'>
  return { role: text('role') as Input['role'], unitId: text('roleUnit'), from: text('from') as Input['from'], to: text('to') === '' ? null : (text('to') as Input['from']) }
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: loaderData?.member.name ?? sayOffice('staff.title') }]
}

/** One member of staff: what was given, what can be given and taken, where he works, and how he leaves. */
export default function MemberPage() {
  const { member, units, places, changes, today, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.shortName ?? id
  const hasLeft = member.employedTo !== null && member.employedTo < today
  const open = units.filter(({ closed }) => !closed)
  const form = { action: `/administration/staff/${member.id}`, formKey }
  return (
    <div className="wrap stack">
      <div className="page-h">
        <p className="meta">
          <a href="/administration/staff">{sayOffice('staff.title')}</a>
        </p>
        <h1>{member.name}</h1>
      </div>
      <Refused problems={refused?.problems} />
      <FactsList
        facts={[
          { term: say('member.id'), value: member.id, code: true },
          { term: say('staff.signInName'), value: member.signInName },
          { term: say('staff.unitId'), value: nameOf(member.unitId) },
          { term: say('staff.postName'), value: member.postName },
          { term: say('member.employed'), value: employedWords(member) },
        ]}
      />
      <Pane id="roles" title={say('member.roles')} meta={say('member.roles.meta')}>
        <MemberRoles member={member} today={today} nameOf={nameOf} />
      </Pane>
      {hasLeft ? null : (
        <>
          <WhoActs>
            <Pane id="give" title={say('member.give')}>
              <RecordForm {...form} intent="role" questions={roleQuestions(open)} filled={refused?.moving === false ? refused.filled : { roleUnit: member.unitId, from: today }} problems={refused?.moving === false ? refused.problems : []} doing={say('member.give.do')} />
            </Pane>
          </WhoActs>
          <Pane id="place-of-work" title={say('member.place')} meta={say('member.place.meta')} beside={<WhoActs><a href={`/administration/staff/${member.id}/leave`}>{say('member.leave')}</a></WhoActs>}>
            <RecordForm {...form} intent="place" questions={placementQuestions(open, places)} filled={refused?.moving === true ? refused.filled : placementFilled(member)} problems={refused?.moving === true ? refused.problems : []} doing={say('save')} />
          </Pane>
        </>
      )}
      <Pane id="agencies" title={say('member.agencies')} meta={say('member.agencies.meta')}>
        <MemberAgencies member={member} nameOf={nameOf} />
      </Pane>
      <Pane id="changes" title={say('changes')}>
        <RecordChanges changes={changes} named={false} />
      </Pane>
    </div>
  )
}

function employedWords({ employedFrom, employedTo }: { readonly employedFrom: string; readonly employedTo: string | null }): string {
  const from = longDayWords(employedFrom)
  return employedTo === null ? say('member.employed.open', { from }) : say('member.employed.ended', { from, to: longDayWords(employedTo) })
}
