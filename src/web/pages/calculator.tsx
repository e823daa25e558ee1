import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ButtonLink } from '#ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Note } from '#ui/section.tsx'
import { attempt } from '../call.ts'
import { requestContext } from '../context.ts'
import { statusOf } from '../refusals.ts'
import { type Answer, CalculatorAnswer } from './calculator-answer.tsx'
import { CalculatorForm } from './calculator-form.tsx'
import { type Asked, inputOf, problemsIn, provisionalHref, readAsked, stopsOf } from './calculator-query.ts'
import { say } from './calculator-text.ts'

interface Calculation {
  readonly asked: Asked
  readonly today: string
  readonly answer: Answer | null
  readonly problems: readonly FieldProblem[]
  /** Where the provisional answer is, when only a missing notice stands in the way (T-14). */
  readonly provisionally: string | null
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const { today } = context.get(requestContext)
  const asked = readAsked(params, today)
  const found: Calculation = { asked, today, answer: null, problems: problemsIn(asked), provisionally: null }
  if (!params.has('from')) return data({ ...found, problems: [] })
  if (found.problems.length > 0) return data(found, { status: 400 })
  const answer = await attempt(context, 'kernel.explain-limit', inputOf(asked))
  if (answer.ok) return data({ ...found, answer: answer.value })
  const { code, kind, title } = answer.refusal
  const problems = [{ id: fieldOf(code, asked), text: title }]
  return data({ ...found, problems, provisionally: code === 'time.calendar-missing' ? provisionalHref(params) : null }, { status: statusOf(kind) })
}

/** A refusal of the count is about the last stop that was asked for; everything else about the day it begins with. */
function fieldOf(code: string, asked: Asked): string {
  const stop = stopsOf(asked).at(-1)
  const isAboutStop = ['time.not-chronological', 'time.already-paused', 'time.cause-does-not-stop', 'time.expired'].includes(code)
  return isAboutStop && stop !== undefined ? `stop${stop.place}-from` : 'from'
}

export function meta() {
  return [{ title: say('title') }]
}

/** When a limit ends and why, day by day, by the arithmetic of the clocks of matters. */
export default function CalculatorPage() {
  const { asked, today, answer, problems, provisionally } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('title')}</h1>
        <p>{say('lead')}</p>
      </div>
      {problems.length > 0 ? <ErrorSummary title={say('problem')} problems={problems} /> : null}
      {provisionally === null ? null : (
        <div className="stack mt">
          <Note kind="near">{say('provisional.offer')}</Note>
          <p>
            <ButtonLink kind="second" href={provisionally}>
              {say('provisional.do')}
            </ButtonLink>
          </p>
        </div>
      )}
      {answer === null ? null : <CalculatorAnswer asked={asked} answer={answer} today={today} />}
      <CalculatorForm asked={asked} problems={problems} />
    </div>
  )
}
