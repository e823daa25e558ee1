import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextArea } from '#ui/inputs.tsx'
import { Note, Section } from '#ui/section.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { attempt, call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { optionsOf, say, wordOf } from '../text.ts'
import { PowerForm, typedPower } from './power-form.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { roles } = staffFirst(context, request)
  const { versions } = await call(context, 'publication.get-power', { id: params['id'] ?? '' })
  const [power] = versions
  if (power === undefined) throw data(null, { status: 404 })
  return { power, versions, edits: roles.some(({ role, unitId }) => role === 'publicationEditor' && unitId === power.unitId), key: crypto.randomUUID() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const { id = '' } = params
  const form = await request.formData()
  const act = textOf(form, 'act') === 'remove' ? 'remove' : 'change'
  const idempotencyKey = textOf(form, 'key')
  const typed = typedPower(form)
  const change = textOf(form, 'change') ?? ''
  const removal = textOf(form, 'removal') ?? ''
  const answer =
    act === 'remove'
      ? await attempt(context, 'publication.remove-power', { id, reason: removal }, { idempotencyKey })
      : await attempt(context, 'publication.change-power', { ...typed, implementCode: typed.implementCode || null, id, change } as InputOf<'publication.change-power'>, { idempotencyKey })
  if (answer.ok) return redirect(`/publication-office/powers/${id}`, 303)
  const problems = problemsOf(answer.refusal, (pointer) => (act === 'remove' ? 'removal' : pointer.slice(1)))
  return data({ act, title: answer.refusal.title, problems, typed, change, removal }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('power.edit') }]
}

const changes = optionsOf('powerChanges').filter(({ value }) => value !== 'listed' && value !== 'removed')

/** The next version of an entry, or its end; what was before stays readable. */
export default function PowerPage() {
  const { power, versions, edits, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = `/publication-office/powers/${power.id}`
  const stands = power.change !== 'removed'
  const { reason: _reason, implementCode, ...words } = power
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{power.name}</h1>
        <p className="meta">
          <a href="/publication-office/powers">{say('powers.back')}</a> <a href={`/publications/powers/${power.id}`}>{say('power.public')}</a>
        </p>
      </div>
      {stands ? null : <Note kind="stop">{say('power.removed', { day: longDayWords(power.writtenAt.slice(0, 10)), reason: power.reason })}</Note>}
      {edits && stands ? (
        <>
          <Section id="change-section" title={say('power.edit')}>
            <PowerForm action={here} hidden={{ act: 'change', key: `change-${key}` }} values={refused?.act === 'change' ? refused.typed : { ...words, implementCode: implementCode ?? '' }} button={say('power.save')} refused={refused?.act === 'change' ? refused : undefined}>
              <Field id="change" label={say('power.change')}>
                {(ids) => <Select {...ids} name="change" defaultValue={refused?.change ?? 'lawChanged'} options={changes} />}
              </Field>
            </PowerForm>
          </Section>
          <Section id="remove" title={say('power.remove')}>
            <form action={here} method="post">
              {refused?.act === 'remove' ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
              <input type="hidden" name="act" value="remove" />
              <input type="hidden" name="key" value={`remove-${key}`} />
              <Field id="removal" label={say('power.remove.reason')} error={refused?.act === 'remove' ? refused.problems[0]?.text : undefined}>
                {(ids) => <TextArea {...ids} name="removal" rows={2} maxLength={1000} defaultValue={refused?.removal} />}
              </Field>
              <Actions>
                <Button kind="over">{say('power.remove')}</Button>
              </Actions>
            </form>
          </Section>
        </>
      ) : null}
      <Section id="history" title={say('power.history')}>
        <Timeline small entries={versions.map(({ change, reason, writtenAt, version }) => ({ title: say('power.history.entry', { version, change: wordOf('powerChanges', change) }), at: writtenAt, when: longDayWords(writtenAt.slice(0, 10)), text: reason }))} />
      </Section>
    </div>
  )
}
