import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Checkboxes, Radios } from '#ui/choices.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, TextInput } from '#ui/inputs.tsx'
import { Note } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf, textsOf } from '#web/form-fields.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { type RefusalShown, statusOf } from '#web/refusals.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { say, type SubjectTextKey } from './text.ts'

export const handle: PageHandle = { crumbs: () => [{ href: '/me', text: say('me') }, { href: '/agents', text: say('agents') }] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const [me, themes] = await Promise.all([call(context, 'subjects.get-me', {}), call(context, 'catalogue.list-themes', { limit: 100 })])
  const own = { value: me.id, label: me.maskedName }
  const represented = me.actsFor.filter((one) => one.as === 'legalRepresentative').map((one) => ({ value: one.id, label: one.maskedName, hint: one.maskedNumber }))
  const { today } = context.get(requestContext)
  return { principals: [own, ...represented], themes: themes.items.map(({ key, name }) => ({ value: key, label: name })), surelyKnown: me.level >= 'L3', today, key: crypto.randomUUID() }
}

/** What was typed, shown again when something is wrong with it. */
interface Typed {
  readonly principalId: string
  readonly name: string
  readonly idNumber: string
  readonly scope: string
  readonly themes: readonly string[]
  readonly from: string
  readonly to: string
}

function typedIn(form: FormData): Typed {
  const text = (name: string): string => textOf(form, name) ?? ''
  return { principalId: text('principalId'), name: text('agent-name'), idNumber: text('agent-idNumber').toUpperCase(), scope: text('scope'), themes: textsOf(form, 'scope-themes'), from: text('from'), to: text('to') }
}

const missingWords: readonly (readonly [id: string, isMissing: (typed: Typed) => boolean, word: SubjectTextKey])[] = [
  ['agent-name', ({ name }) => name.length < 2, 'authorise.name.missing'],
  ['agent-idNumber', ({ idNumber }) => idNumber.length < 5, 'authorise.number.missing'],
  ['scope', ({ scope }) => scope === '', 'authorise.scope.missing'],
  ['scope-themes', ({ scope, themes }) => scope === 'themes' && themes.length === 0, 'authorise.themes.missing'],
  ['from', ({ from }) => from === '', 'authorise.from.missing'],
  ['to', ({ to }) => to === '', 'authorise.to.missing'],
]

export async function action({ request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const form = await request.formData()
  const typed = typedIn(form)
  const missing = missingWords.flatMap(([id, isMissing, word]) => (isMissing(typed) ? [{ id, text: say(word) }] : []))
  if (missing.length > 0) return data({ typed, problems: missing }, { status: 422 })
  const { principalId, name, idNumber, scope, themes, from, to } = typed
  const key = textOf(form, 'key')
  const input = { principalId, agent: { name, idNumber }, scope: scope === 'themes' ? ({ kind: 'themes', themes: [...themes] } as const) : ({ kind: 'all' } as const), from, to }
  const given = await attempt(context, 'subjects.authorise-agent', input, key === undefined ? {} : { idempotencyKey: key })
  return given.ok ? redirect('/agents') : data({ typed, problems: problemsIn(given.refusal) }, { status: statusOf(given.refusal.kind) })
}

/** Where on the page a refusal belongs: at its field, at the agent, or at the top. */
function problemsIn(refusal: RefusalShown): readonly FieldProblem[] {
  if (refusal.fields.length > 0) return refusal.fields.map(({ pointer, title }) => ({ id: pointer.slice(1).replaceAll('/', '-'), text: title }))
  return [{ id: refusal.code === 'subjects.step-up-required' ? 'level' : 'agent-name', text: refusal.title }]
}

export function meta() {
  return [{ title: say('authorise') }]
}

/** 授权委托 online: who, for whom, for what, from when to when (民法典 art. 165). */
export default function AuthorisePage() {
  const { principals, themes, surelyKnown, today, key } = useLoaderData<typeof loader>()
  const { typed, problems = [] } = useActionData<typeof action>() ?? {}
  const errorOf = (id: string): string | undefined => problems.find((problem) => problem.id === id)?.text
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('authorise')}</h1>
        <p>{say('authorise.lead')}</p>
      </div>
      {problems.length > 0 ? <ErrorSummary title={say('authorise.problems', { count: problems.length })} problems={problems} /> : null}
      {surelyKnown ? null : (
        <Note kind="near">
          {say('authorise.level')} <a href="/me#level">{say('authorise.level.raise')}</a>
        </Note>
      )}
      <form id="level" action="/agents/new" method="post">
        <input type="hidden" name="key" value={key} />
        <Radios name="principalId" legend={say('authorise.principal')} options={principals} value={typed?.principalId ?? principals[0]?.value} error={errorOf('principalId')} tiles />
        <Field id="agent-name" label={say('authorise.name')} error={errorOf('agent-name')}>
          {(ids) => <TextInput {...ids} name="agent-name" defaultValue={typed?.name} width={16} maxLength={50} autoComplete="off" />}
        </Field>
        <Field id="agent-idNumber" label={say('authorise.number')} hint={say('authorise.number.hint')} error={errorOf('agent-idNumber')}>
          {(ids) => <TextInput {...ids} name="agent-idNumber" defaultValue={typed?.idNumber} width={24} maxLength={20} autoComplete="off" />}
        </Field>
        <Radios name="scope" legend={say('authorise.scope')} options={[{ value: 'themes', label: say('authorise.scope.themes'), hint: say('authorise.scope.themes.hint') }, { value: 'all', label: say('me.scope.all'), hint: say('authorise.scope.all.hint') }]} value={typed?.scope} error={errorOf('scope')} tiles />
        <details open={typed?.scope === 'themes'}>
          <summary>{say('authorise.themes')}</summary>
          <Checkboxes name="scope-themes" legend={say('authorise.themes')} options={themes} values={typed?.themes ?? []} error={errorOf('scope-themes')} tiles />
        </details>
        <Field id="from" label={say('authorise.from')} error={errorOf('from')}>
          {(ids) => <DateInput {...ids} name="from" defaultValue={typed?.from ?? today} min={today} />}
        </Field>
        <Field id="to" label={say('authorise.to')} hint={say('authorise.to.hint')} error={errorOf('to')}>
          {(ids) => <DateInput {...ids} name="to" defaultValue={typed?.to} min={today} />}
        </Field>
        <Actions>
          <Button>{say('authorise.submit')}</Button>
          <ButtonLink kind="plain" href="/agents">
            {say('authorise.back')}
          </ButtonLink>
        </Actions>
      </form>
    </div>
  )
}
