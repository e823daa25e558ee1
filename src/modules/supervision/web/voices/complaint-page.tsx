import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { Note, Pane } from '#ui/section.tsx'
import { call } from '#web/call.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { complaintForms } from '../command-forms.ts'
import { CommandPanes } from '../command-pane.tsx'
import { ComplaintFacts } from '../complaint-facts.tsx'
import { giveCommand } from '../give-command.ts'
import { hallNames } from '../hall-names.ts'
import { say } from '../text.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const shown = await call(context, 'supervision.get-complaint', { number: params['number'] ?? '' })
  return { shown, key: crypto.randomUUID(), units: await unitNamesFor(context), halls: await hallNames(context) }
}

export function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const { number = '' } = params
  return giveCommand(context, request, { forms: complaintForms, number, back: `/supervision/complaints/${number}` })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('complaint', { number: params.number ?? '' }) }]
}

/** One complaint on the desk of an inspector. */
export default function ComplaintPage() {
  const { shown, key, units, halls } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('complaint', { number: shown.number })}</h1>
        <p className="meta">
          <a href="/supervision/complaints">{say('back')}</a>
        </p>
      </div>
      <div className="cols cols-2">
        <div className="stack">
          <Pane id="facts" title={shown.title ?? say('hidden')}>
            <ComplaintFacts shown={shown} units={units} halls={halls} />
          </Pane>
          <Note>{say('complaint.protected')}</Note>
        </div>
        <div className="stack">
          <CommandPanes action={`/supervision/complaints/${shown.number}`} commands={shown.commands} forms={complaintForms} words="complaintCommands" requestKey={key} refused={refused} />
        </div>
      </div>
    </div>
  )
}
