import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { Section } from '#ui/section.tsx'
import { partText } from '#ui/text.ts'
import { call } from '#web/call.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { CommandPanes } from '../command-pane.tsx'
import { ComplaintFacts } from '../complaint-facts.tsx'
import { giveCommand } from '../give-command.ts'
import { hallNames } from '../hall-names.ts'
import { say } from '../portal-text.ts'
import { ownComplaintForms } from './own-steps.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const shown = await call(context, 'supervision.get-complaint', { number: params['number'] ?? '' })
  return { shown, key: crypto.randomUUID(), units: await unitNamesFor(context), halls: await hallNames(context) }
}

export function action({ request, context, params }: ActionFunctionArgs) {
  signInFirst(context, request)
  const { number = '' } = params
  return giveCommand(context, request, { forms: ownComplaintForms(), number, back: `/complaints/${number}` })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('complaint', { number: params.number ?? '' }) }]
}

/** One's own complaint: how far it is, what was answered, and the way to have it looked at again. */
export default function OwnComplaintPage() {
  const { shown, key, units, halls } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{shown.title ?? say('hidden')}</h1>
        <p className="meta">
          <span className="num">{shown.number}</span>
          {partText('join.gap')}
          <a href="/complaints">{say('own')}</a>
        </p>
      </div>
      <Section id="facts" title={say('progress')}>
        <ComplaintFacts shown={shown} units={units} halls={halls} />
      </Section>
      {shown.commands.length === 0 && refused === undefined ? null : <CommandPanes action={`/complaints/${shown.number}`} commands={shown.commands} forms={ownComplaintForms()} words="complaintCommands" requestKey={key} refused={refused} />}
    </div>
  )
}
