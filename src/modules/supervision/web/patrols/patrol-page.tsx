import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { attempt, call } from '#web/call.ts'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { NotGiven, typedLines } from '#web/not-given.tsx'
import { CHECK_POINTS } from '../../schema.ts'
import { hallNames } from '../hall-names.ts'
import { optionsOf, say, wordOf } from '../text.ts'
import { typedIn, typedOf } from '../typed-form.ts'
import { faultsOf } from './fault-fields.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const shown = await call(context, 'supervision.get-patrol', { number: params['number'] ?? '' })
  return { shown, key: crypto.randomUUID(), units: await unitNamesFor(context), halls: await hallNames(context) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const { number = '' } = params
  const form = await request.formData()
  const answer = await attempt(context, 'supervision.record-visit', { number, visitId: textOf(form, 'visitId') ?? '', faults: faultsOf(form) }, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(`/supervision/patrols/${number}`, 303)
  return data({ title: answer.refusal.title, typed: typedOf(form) }, { status: statusOf(answer.refusal.kind) })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('patrol', { number: params.number ?? '' }) }]
}

/** The patrols of one hall on one day, and the form of the visit whose time has come. */
export default function PatrolPage() {
  const { shown, key, units, halls } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const open = shown.commands.includes('record-visit') ? shown.visits.find((visit) => visit.open) : undefined
  // A form about an earlier visit is not put into the form of the next one.
  const isLost = refused !== undefined && typedIn(refused.typed, 'visitId') !== open?.id
  const valueOf = (name: string): string | undefined => (isLost ? undefined : typedIn(refused?.typed, name))
  const unitOptions = [{ value: '', label: say('choose') }, ...Object.entries(units).map(([value, label]) => ({ value, label }))]
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('patrol.of', { hall: halls[shown.hallId] ?? '', day: longDayWords(shown.day) })}</h1>
        <p className="meta">
          <a href="/supervision/patrols">{say('back')}</a>
        </p>
      </div>
      {refused && !isLost ? <ErrorSummary title={refused.title} problems={[]} /> : null}
      {refused && isLost ? <NotGiven title={refused.title} typed={CHECK_POINTS.flatMap((point) => typedLines([{ name: `${point}-text`, label: wordOf('violations', point) }], { [`${point}-text`]: typedIn(refused.typed, `${point}-text`) ?? '' }))} /> : null}
      <Table
        caption={say('patrol.visits')}
        rows={shown.visits}
        rowKey={(visit) => visit.id}
        empty={say('patrol.hidden')}
        columns={[
          { key: 'half', title: say('column.half'), cell: (visit) => wordOf('halves', visit.half) },
          { key: 'planned', title: say('column.plannedAt'), names: true, cell: (visit) => instantWords(visit.plannedAt) },
          { key: 'visited', title: say('column.visitedAt'), cell: (visit) => (visit.visitedAt === null ? say(visit.open ? 'visit.now' : shown.state === 'ended' ? 'visit.missed' : 'visit.not') : instantWords(visit.visitedAt)) },
          { key: 'by', title: say('column.by'), cell: (visit) => visit.visitedByName ?? '' },
          { key: 'faults', title: say('column.faults'), numeric: true, cell: (visit) => visit.faults ?? '' },
          { key: 'draw', title: say('column.draw'), cell: (visit) => (visit.drawId === null ? say('draw.later') : <a href={`/api/v1/draws/${visit.drawId}`}>{say('draw.check')}</a>) },
        ]}
      />
      {open === undefined ? null : (
        <Section id="visit" title={say('visit.record', { when: instantWords(open.plannedAt) })}>
          <p>{say('visit.lead')}</p>
          <form action={`/supervision/patrols/${shown.number}`} method="post">
            <input type="hidden" name="key" value={key} />
            <input type="hidden" name="visitId" value={open.id} />
            {CHECK_POINTS.map((point) => (
              <details key={point} open={Boolean(valueOf(`${point}-grade`))}>
                <summary>{wordOf('violations', point)}</summary>
                <Field id={`${point}-grade`} label={say('field.grade')}>
                  {(ids) => <Select {...ids} name={`${point}-grade`} width={8} defaultValue={valueOf(`${point}-grade`)} options={[{ value: '', label: say('visit.fine') }, ...optionsOf('grades')]} />}
                </Field>
                <Field id={`${point}-unitId`} label={say('column.unit')} optional>
                  {(ids) => <Select {...ids} name={`${point}-unitId`} width={16} defaultValue={valueOf(`${point}-unitId`)} options={unitOptions} />}
                </Field>
                <Field id={`${point}-staffId`} label={say('field.staff')} optional>
                  {(ids) => <TextInput {...ids} name={`${point}-staffId`} width={8} defaultValue={valueOf(`${point}-staffId`)} />}
                </Field>
                <Field id={`${point}-text`} label={say('field.text')} optional>
                  {(ids) => <TextInput {...ids} name={`${point}-text`} width={24} maxLength={1000} defaultValue={valueOf(`${point}-text`)} />}
                </Field>
              </details>
            ))}
            <Actions>
              <Button>{say('visit.submit')}</Button>
            </Actions>
          </form>
        </Section>
      )}
    </div>
  )
}
