import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { DialogPage } from '#ui/dialog-page.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { attempt } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { FormSections } from './case-panes.tsx'
import { actingStaffFirst } from '#web/staff-first.ts'
import { loadCase } from './case-loader.ts'
import caseStyles from './case-room.css?url'
import { say } from './text.ts'

const purposes = ['check', 'contact', 'issue'] as const

export async function loader(args: LoaderFunctionArgs) {
  actingStaffFirst(args.context, args.request)
  return { room: await loadCase(args) }
}

/** Opens the form for a stated purpose. It is shown once, in the answer to this very request, and stands in no address. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const chosen = textOf(await request.formData(), 'purpose')
  const answer = await attempt(context, 'cases.read-form', { number: params['number'] ?? '', purpose: purposes.find((known) => known === chosen) ?? ('' as 'check') })
  if (answer.ok) return { form: answer.value.form }
  return data({ refused: say('unmask.choose') }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('unmask.title') }]
}

export function links() {
  return [{ rel: 'stylesheet', href: caseStyles }]
}

/** Why do you need to see it? Only then the form without masks; the applicant sees who looked, when and why. */
export default function FormPage() {
  const { room } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const opened = answer !== undefined && 'form' in answer ? answer.form : undefined
  if (opened !== undefined) {
    return (
      <div className="wrap">
        <h1>{say('unmask.opened')}</h1>
        <p>{say('unmask.recorded')}</p>
        <FormSections guide={room.guide} form={opened} />
        <ButtonLink href={room.path} shortcut="b">
          {say('command.back')}
        </ButtonLink>
      </div>
    )
  }
  return (
    <div className="wrap">
      <DialogPage
        action={`${room.path}/form`}
        about={say('command.about', { item: room.view.itemName, applicant: room.view.applicant.name, tail: room.view.number.slice(-4) })}
        title={say('unmask.title')}
        actions={
          <>
            <Button shortcut="y">{say('unmask.open')}</Button>
            <ButtonLink href={room.path} kind="plain" shortcut="b">
              {say('command.back')}
            </ButtonLink>
          </>
        }
      >
        {answer !== undefined && 'refused' in answer ? <ErrorSummary title={answer.refused} problems={[{ id: 'purpose', text: answer.refused }]} /> : null}
        <p>{say('unmask.lead')}</p>
        <Radios name="purpose" legend={say('unmask.purpose')} options={purposes.map((purpose) => ({ value: purpose, label: say(`unmask.${purpose}`) }))} />
      </DialogPage>
    </div>
  )
}
