import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DialogPage } from '#ui/dialog-page.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { attempt } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { dueDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { statusOf } from '#web/refusals.ts'
import { signHref } from '#web/sign-href.ts'
import { HiddenFields } from './case-actions.tsx'
import caseStyles from './case-room.css?url'
import { type CaseRoom, loadCase, notAllowedNow } from './case-loader.ts'
import { choicesFor } from './command-choices.ts'
import { CommandFields } from './command-fields.tsx'
import { type CaseOperation, commandForm, type FormCommand, isFormCommand } from './command-forms.ts'
import { commandInput, commandProblems, typedIn } from './command-input.ts'
import { notePresence } from './presence.ts'
import { OthersNote } from './presence-note.tsx'
import { say, wordOf } from './text.ts'

export const handle: PageHandle = { script: signHref }

export async function loader(args: LoaderFunctionArgs) {
  const { command } = args.params
  const room = await loadCase(args)
  if (!isFormCommand(command) || (!room.view.commands.includes(command) && !args.context.get(requestContext).posted)) throw notAllowedNow(args.context)
  return { room, command, choices: await choicesFor(args.context, room, command), presence: await notePresence(args.context, room.view.number) }
}

/** Gives the command. A refusal comes back on the same page with everything that was typed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { command, number = '' } = params
  if (!isFormCommand(command)) throw notAllowedNow(context)
  const form = await request.formData()
  const { operation, fields } = commandForm(command)
  const version = Number(textOf(form, 'version'))
  const input = { number, ...(version > 0 && { expectedVersion: version }), ...commandInput(fields, form) }
  const answer = await attempt(context, operation, input as unknown as InputOf<CaseOperation>, { idempotencyKey: textOf(form, 'key') })
  if (!answer.ok) {
    const { refusal } = answer
    return data({ title: refusal.title, problems: commandProblems(fields, refusal), typed: typedIn(fields, form) }, { status: statusOf(refusal.kind) })
  }
  const printed = answer.value.documents[0]?.id
  return redirect(new URL(request.url).pathname.replace(/\/[^/]+$/, '') + (printed === undefined ? '' : `?printed=${printed}`), 303)
}

export function meta({ params }: { readonly params: { readonly command?: string } }) {
  return [{ title: say('title.command', { command: wordOf('commands', params.command ?? '') }) }]
}

export function links() {
  return [{ rel: 'stylesheet', href: caseStyles }]
}

/** A command as a question on a page of its own: what it needs to know, what it does, one way on and one way back. */
export default function CommandPage() {
  const { room, command, choices, presence } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const lastDay = command === 'forward' ? lastDayOf(room, 'forwarding') : undefined
  return (
    <div className="wrap">
      <DialogPage
        action={`${room.path}/${command}`}
        about={say('command.about', { item: room.view.itemName, applicant: room.view.applicant.name, tail: room.view.number.slice(-4) })}
        title={say('command.title', { command: wordOf('commands', command) })}
        actions={<WayOn path={room.path} command={command} />}
      >
        {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
        {presence ? <OthersNote seen={presence} /> : null}
        <p>
          {commandForm(command).lead}
          {lastDay === undefined ? null : say('command.due', { day: lastDay })}
        </p>
        <HiddenFields command={command} version={room.view.version} idempotencyKey={room.formKey} />
        <CommandFields fields={commandForm(command).fields.filter(({ onlyBy }) => onlyBy === undefined || onlyBy === room.view.delivery)} typed={refused?.typed} problems={refused?.problems} choices={choices} />
      </DialogPage>
    </div>
  )
}

/** The due day of an open clock of the case, in words. */
function lastDayOf({ clock }: CaseRoom, name: string): string | undefined {
  const timer = clock.timers.find((one) => one.name === name && one.end === null)
  return timer?.dueDay ? dueDayWords(timer.dueDay, timer.provisional) : undefined
}

function WayOn({ path, command }: { readonly path: string; readonly command: FormCommand }) {
  return (
    <>
      <Button kind={commandForm(command).over ? 'over' : 'first'} shortcut="y">
        {wordOf('commands', command)}
      </Button>
      <ButtonLink href={path} kind="plain" shortcut="b">
        {say('command.back')}
      </ButtonLink>
    </>
  )
}
