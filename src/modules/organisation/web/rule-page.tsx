import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Pane } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { ChangeForm, WithdrawForm } from './rule-forms.tsx'
import { changeInput, changeProblems } from './rule-form.ts'
import { RuleHistory } from './rule-history.tsx'
import { boundWords, say, type ShownRule, valueWords } from './rule-words.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const found = await call(context, 'kernel.get-setting-history', { key: params['key'] ?? '' })
  return { ...found, today: context.get(requestContext).today, formKey: crypto.randomUUID() }
}

/** Changes the rule from a day on, or withdraws a change that has not begun. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const options = { idempotencyKey: textOf(form, 'key') ?? '' }
  const { setting } = await call(context, 'kernel.get-setting-history', { key: params['key'] ?? '' })
  const here = redirect(`/administration/rules/${setting.key}#history`, 303)
  if (textOf(form, 'intent') === 'withdraw') {
    const validFrom = (textOf(form, 'validFrom') ?? '') as `${number}-${number}-${number}`
    const withdrawn = await attempt(context, 'kernel.withdraw-setting-change', { key: setting.key, validFrom, reason: textOf(form, 'reason') ?? '' }, options)
    if (withdrawn.ok) return here
    const text = withdrawn.refusal.fields.length > 0 ? say('problem.reason') : withdrawn.refusal.title
    return data({ title: say('withdraw.refused'), problems: [{ id: `withdraw-${validFrom}`, text }], filled: {} }, { status: statusOf(withdrawn.refusal.kind) })
  }
  const changed = await attempt(context, 'kernel.change-setting', changeInput(form, setting), options)
  if (changed.ok) return here
  const filled = Object.fromEntries(['value', 'validFrom', 'reason', 'document'].map((name) => [name, textOf(form, name)]))
  return data({ title: say('refused'), problems: changeProblems(changed.refusal, setting), filled }, { status: statusOf(changed.refusal.kind) })
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: loaderData?.setting.title ?? say('back') }]
}

/** One local rule: what holds and on what it rests, what was decided before, and the form to decide anew. */
export default function RulePage() {
  const { setting, changes, today, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const coming = changes.filter(({ validFrom, withdrawn }) => withdrawn === null && validFrom > today)
  return (
    <div className="wrap stack">
      <div className="page-h">
        <p className="meta">
          <a href="/administration/rules">{say('back')}</a>
        </p>
        <h1>{setting.title}</h1>
        <p className="meta">
          {setting.business} <Tag>{say('mark')}</Tag>
        </p>
      </div>
      {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
      <FactsList facts={factsOf(setting)} />
      <WhoActs>
        <Pane id="change" title={say('change')}>
          <ChangeForm rule={setting} formKey={formKey} filled={refused?.filled ?? {}} problems={refused?.problems ?? []} />
        </Pane>
        {coming.length === 0 ? null : (
          <Pane id="withdraw" title={say('withdraw')}>
            {coming.map(({ validFrom }) => (
              <WithdrawForm key={validFrom} rule={setting} validFrom={validFrom} formKey={formKey} problems={refused?.problems ?? []} />
            ))}
          </Pane>
        )}
      </WhoActs>
      <Pane id="history" title={say('history')}>
        <RuleHistory rule={setting} changes={changes} today={today} />
      </Pane>
    </div>
  )
}

function factsOf(rule: ShownRule) {
  return [
    { term: say('value'), value: <b>{valueWords(rule, rule.value)}</b> },
    { term: say('since'), value: rule.since === null ? say('since.default') : longDayWords(rule.since) },
    { term: say('default'), value: valueWords(rule, rule.default) },
    { term: say('basis'), value: rule.basis },
    { term: say('bound'), value: rule.bound === null ? say('bound.none') : `${boundWords(rule)}　${rule.bound.law}` },
  ]
}
