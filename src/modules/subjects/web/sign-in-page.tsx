import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Section } from '#ui/section.tsx'
import { attempt } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { sessionCookie } from '#web/session-cookie.ts'
import { ownPath } from '#web/sign-in-first.ts'
import { demoPersons } from './demo-persons.ts'
import { KeptField, type KeptForm, KeptNote, keptOf, readKept, SendKept } from '#web/kept-form.tsx'
import { PhoneForm } from './phone-form.tsx'
import { say } from './text.ts'

export function loader({ request, context }: LoaderFunctionArgs) {
  const back = ownPath(new URL(request.url).searchParams.get('back'), '/me')
  return { back, demo: context.get(requestContext).settings.demo }
}

/** What the page shows after a form came back: the step of the phone form, and what was wrong. */
interface Answered {
  readonly phone: string
  readonly codeSent: boolean
  readonly problems: readonly FieldProblem[]
  /** A form that was sent too late, to be sent again after signing in. */
  readonly kept?: KeptForm | undefined
  readonly back?: string
  readonly signedIn?: true
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { searchParams } = new URL(request.url)
  if (searchParams.get('kept') === 'form') return data<Answered>({ phone: '', codeSent: false, problems: [], kept: keptOf(form), back: ownPath(searchParams.get('back'), '/me') }, { status: 401 })
  const back = ownPath(textOf(form, 'back'), '/me')
  const kept = readKept(textOf(form, 'kept'))
  const phone = textOf(form, 'phone') ?? ''
  const person = textOf(form, 'person')
  const way = textOf(form, 'way')
  const refused = (id: string, text: string, status: number, codeSent = false) => data<Answered>({ phone, codeSent, problems: [{ id, text }], kept, back }, { status })

  if (way === 'send') {
    const sent = await attempt(context, 'subjects.request-phone-code', { phone })
    return sent.ok ? data<Answered>({ phone, codeSent: true, problems: [], kept, back }) : refused('phone', sent.refusal.fields[0]?.title ?? sent.refusal.title, statusOf(sent.refusal.kind))
  }
  if (way === 'demo' && person === undefined) return refused('person', say('sign-in.demo.missing'), 422)
  const signedIn =
    way === 'demo' ? await attempt(context, 'subjects.sign-in-development', { key: person ?? '' }) : await attempt(context, 'subjects.sign-in-with-phone-code', { phone, code: textOf(form, 'code') ?? '' })
  if (!signedIn.ok) return refused(way === 'demo' ? 'person' : 'code', signedIn.refusal.fields[0]?.title ?? signedIn.refusal.title, statusOf(signedIn.refusal.kind), way !== 'demo')
  const headers = { 'Set-Cookie': sessionCookie(request, signedIn.value) }
  return kept === undefined ? redirect(back, { headers }) : data<Answered>({ phone: '', codeSent: false, problems: [], kept, back, signedIn: true }, { headers })
}

export function meta() {
  return [{ title: say('sign-in') }]
}

/** Two ways in: an invented person of the demo city, or the code sent to a registered phone. */
export default function SignInPage() {
  const { back: fromAddress, demo } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const back = answered?.back ?? fromAddress
  const kept = answered?.kept
  const problems = answered?.problems ?? []
  const errorOf = (id: string) => problems.find((problem) => problem.id === id)?.text
  if (kept !== undefined && answered?.signedIn) return <SendKept kept={kept} back={back} />
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('sign-in')}</h1>
        <p>{say('sign-in.lead')}</p>
      </div>
      <KeptNote kept={kept} />
      {problems.length > 0 ? <ErrorSummary title={say('sign-in.problems')} problems={problems} /> : null}
      {demo ? (
        <Section id="demo" title={say('sign-in.demo')} meta={say('sign-in.demo.meta')}>
          <form action="/sign-in" method="post">
            <input type="hidden" name="back" value={back} />
            <KeptField kept={kept} />
            <Radios name="person" legend={say('sign-in.demo')} options={demoPersons.map((person) => ({ value: person.key, label: say(person.name), hint: say(person.shows) }))} value={demoPersons[0]?.key} error={errorOf('person')} tiles />
            <p className="mt">
              <Button name="way" value="demo">
                {say('sign-in.demo.submit')}
              </Button>
            </p>
          </form>
        </Section>
      ) : null}
      <Section id="by-phone" title={say('sign-in.phone')} meta={say('sign-in.phone.meta')}>
        <PhoneForm back={back} kept={kept} phone={answered?.phone ?? ''} codeSent={answered?.codeSent ?? false} errorOf={errorOf} />
      </Section>
      <p className="meta">
        <a href="/staff/sign-in">{say('sign-in.staff')}</a>
      </p>
    </div>
  )
}
