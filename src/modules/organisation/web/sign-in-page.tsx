import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { attempt } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf } from '#web/form-fields.ts'
import { KeptField, KeptNote, keptOf, readKept, SendKept } from '#web/kept-form.tsx'
import { statusOf } from '#web/refusals.ts'
import { sessionCookie } from '#web/session-cookie.ts'
import { ownPath } from '#web/sign-in-first.ts'
import { demoPassword, demoStaff } from './demo-staff.ts'
import { say, wordOf } from './text.ts'

export function loader({ request, context }: LoaderFunctionArgs) {
  return { demo: context.get(requestContext).settings.demo, back: new URL(request.url).searchParams.get('back') ?? '' }
}

/** Opens the session. What went wrong is said without telling whether the name exists. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { searchParams } = new URL(request.url)
  const nothing = { title: '', problems: [], signInName: '', signedIn: false }
  if (searchParams.get('kept') === 'form') return data({ ...nothing, kept: keptOf(form), back: ownPath(searchParams.get('back'), '/work') }, { status: 401 })
  const kept = readKept(textOf(form, 'kept'))
  const back = ownPath(textOf(form, 'back'), '/work')
  const signInName = textOf(form, 'signInName') ?? ''
  const code = textOf(form, 'code') ?? ''
  const password = form.get('password')
  const answer = await attempt(context, 'organisation.sign-in', { signInName, password: typeof password === 'string' ? password : '', ...(code !== '' && { code }) })
  if (answer.ok) {
    const headers = { 'Set-Cookie': sessionCookie(request, answer.value) }
    return kept === undefined ? redirect(back, { status: 303, headers }) : data({ ...nothing, kept, back, signedIn: true }, { headers })
  }
  const { refusal } = answer
  const problems = refusal.fields.length > 0 ? refusal.fields.map(({ pointer }) => problemAt(pointer.slice(1))) : [{ id: refusal.code.includes('code') ? 'code' : 'signInName', text: refusal.title }]
  return data({ ...nothing, title: say('sign-in.refused'), problems, signInName, kept, back }, { status: statusOf(refusal.kind) })
}

function problemAt(id: string) {
  return { id, text: id === 'code' ? say('sign-in.problem.code') : id === 'password' ? say('sign-in.problem.password') : say('sign-in.problem.name') }
}

export function meta() {
  return [{ title: say('sign-in.title') }]
}

export default function SignInPage() {
  const { demo, ...asked } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const back = refused?.back ?? asked.back
  if (refused?.kept !== undefined && refused.signedIn) return <SendKept kept={refused.kept} back={back} />
  const errorOf = (id: string): string | undefined => refused?.problems.find((problem) => problem.id === id)?.text
  return (
    <div className="wrap">
      <div className="stack page-h">
        <h1>{say('sign-in.title')}</h1>
        <p>{say('sign-in.lead')}</p>
      </div>
      <KeptNote kept={refused?.kept} />
      {refused && refused.problems.length > 0 ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
      <form action="/staff/sign-in" method="post">
        <input type="hidden" name="back" value={back} />
        <KeptField kept={refused?.kept} />
        <Field id="signInName" label={say('sign-in.name')} error={errorOf('signInName')}>
          {(ids) => <TextInput {...ids} name="signInName" width={24} autoComplete="username" autoCapitalize="none" defaultValue={refused?.signInName} required />}
        </Field>
        <Field id="password" label={say('sign-in.password')} error={errorOf('password')}>
          {(ids) => <TextInput {...ids} name="password" type="password" width={24} autoComplete="current-password" required />}
        </Field>
        <Field id="code" label={say('sign-in.code')} hint={say('sign-in.code.hint')} error={errorOf('code')} optional>
          {(ids) => <TextInput {...ids} name="code" width={8} inputMode="numeric" autoComplete="one-time-code" pattern="\d{6}" />}
        </Field>
        <Actions>
          <Button>{say('sign-in.do')}</Button>
        </Actions>
      </form>
      {demo ? <DemoStaff /> : null}
    </div>
  )
}

function DemoStaff() {
  return (
    <Section id="demo" title={say('sign-in.demo')} meta={say('sign-in.demo.password', { password: demoPassword })}>
      <Table
        caption={say('sign-in.demo')}
        captionHidden
        rows={demoStaff}
        rowKey={(row) => row.signInName}
        empty=""
        columns={[
          { key: 'role', title: say('staff.roles'), names: true, cell: (row) => wordOf('roles', row.role) },
          { key: 'name', title: say('sign-in.name'), cell: (row) => <code>{row.signInName}</code> },
        ]}
      />
    </Section>
  )
}
