import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type RouterContextProvider, useActionData, useLoaderData } from 'react-router'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { attempt } from '#web/call.ts'
import { dueDayWords, instantWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { type UnitNames, unitNamesFor } from '#web/unit-names.ts'
import { holderWord, outcomeWord, stateWord } from './case-words.ts'
import { say } from './text.ts'

/** What is longer than the code of a receipt is a phone number. */
const queryCodeLength = 6

const noUnits: UnitNames = {}

/** A number and the code of the receipt may stand in the address: the door of the home page sends them so. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  return answerFor(context, { no: params.get('no') ?? '', code: params.get('code') ?? '' })
}

/** The form of the page is posted, because a phone number must not stand in an address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  return answerFor(context, { no: textOf(form, 'no') ?? '', code: textOf(form, 'code') ?? '' })
}

/** States and days only, nothing of the person (C-31). */
async function answerFor(context: Readonly<RouterContextProvider>, given: { readonly no: string; readonly code: string }) {
  const asked = { no: given.no.replaceAll(/\s/g, '').toUpperCase(), code: given.code.replaceAll(/\s/g, '') }
  const nothing = { asked, progress: null, problem: null, units: noUnits }
  if (asked.no === '' && asked.code === '') return data(nothing)
  const answer = await attempt(context, 'cases.get-progress', { number: asked.no, ...(asked.code.length > queryCodeLength ? { phone: asked.code } : { code: asked.code }) })
  if (answer.ok) return data({ ...nothing, progress: answer.value, units: await unitNamesFor(context) })
  const problem = answer.refusal.kind === 'invalid' ? say('progress.unreadable') : answer.refusal.title
  return data({ ...nothing, problem }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('progress') }]
}

export default function ProgressPage() {
  const atFirst = useLoaderData<typeof loader>()
  const { asked, progress, problem, units } = useActionData<typeof action>() ?? atFirst
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('progress')}</h1>
        <p>{say('progress.lead')}</p>
      </div>
      {problem === null ? null : <ErrorSummary title={say('progress.not-found')} problems={[{ id: 'no', text: problem }]} />}
      <form action="/progress" method="post">
        <Field id="no" label={say('progress.number')} hint={say('progress.number.hint')} error={problem ?? undefined}>
          {(ids) => <TextInput {...ids} name="no" defaultValue={asked.no} autoComplete="off" required />}
        </Field>
        <Field id="code" label={say('progress.code')} hint={say('progress.code.hint')}>
          {(ids) => <TextInput {...ids} name="code" defaultValue={asked.code} inputMode="numeric" autoComplete="off" width={16} required />}
        </Field>
        <p className="mt">
          <Button>{say('progress.ask')}</Button>
        </p>
      </form>
      {progress === null ? null : (
        <Section id="answer" title={progress.itemName}>
          <FactsList
            as="summary"
            facts={[
              { term: say('progress.state'), value: stateWord(progress.state), ...(progress.outcome === null ? {} : { note: outcomeWord(progress.outcome) }) },
              { term: say('progress.unit'), value: holderWord(progress, units) },
              { term: say('progress.due'), value: progress.dueOn === null ? say('progress.due.none') : dueDayWords(progress.dueOn, progress.dueProvisional) },
            ]}
          />
          <div className="mt">
            <Timeline entries={progress.steps.toReversed().map((step, place) => ({ title: stateWord(step.state), at: step.at, when: instantWords(step.at), ...(place === 0 && { state: 'now' as const }) }))} />
          </div>
        </Section>
      )}
    </div>
  )
}
