import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Section } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { textOf, textsOf } from '#web/form-fields.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { statusOf } from '#web/refusals.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { REASONS } from '../schema.ts'
import { RatingForm } from './rating-form.tsx'
import { gradeWord, kindWord, say } from './text.ts'

type Service = OutputOf<'evaluations.list-for-case'>['items'][number]

export const handle: PageHandle = { crumbs: ({ number }: { readonly number: string }) => [{ href: `/matters/${number}`, text: say('rate.matter') }] }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const number = params['number'] ?? ''
  const { items } = await call(context, 'evaluations.list-for-case', { number })
  const search = new URL(request.url).searchParams
  const service = items.find((item) => item.mayEvaluate && String(item.serviceNumber) === search.get('service'))
  const grade = [1, 2, 3, 4, 5].find((one) => String(one) === search.get('grade'))
  return { number, items, chosen: service && grade !== undefined ? { service, grade, requestKey: crypto.randomUUID() } : null, gradeMissing: service !== undefined && grade === undefined }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const number = params['number'] ?? ''
  const form = await request.formData()
  const text = textOf(form, 'text')
  const key = textOf(form, 'key')
  const chosen = textsOf(form, 'reasons')
  const rating = { number, serviceNumber: Number(textOf(form, 'service')), grade: Number(textOf(form, 'grade')), reasons: REASONS.filter((reason) => chosen.includes(reason)), anonymous: textOf(form, 'anonymous') === 'yes', ...(text && { text }) }
  const answer = await attempt(context, 'evaluations.rate', rating, key === undefined ? {} : { idempotencyKey: key })
  if (!answer.ok) return data({ problem: answer.refusal.fields[0]?.title ?? answer.refusal.title }, { status: statusOf(answer.refusal.kind) })
  return redirect(`/matters/${number}/rate`)
}

export function meta() {
  return [{ title: say('rate') }]
}

/** 好差评: one evaluation for each service; the grade first, because each grade has its own reasons. */
export default function RatePage() {
  const { number, items, chosen, gradeMissing } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem ?? (gradeMissing ? say('rate.grade.missing') : undefined)
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('rate')}</h1>
        <p>{say('rate.lead')}</p>
      </div>
      {problem === undefined ? null : <ErrorSummary title={say('rate.problems')} problems={[{ id: chosen ? 'rating' : 'grade', text: problem }]} />}
      {chosen ? <RatingForm number={number} {...chosen} /> : items.map((item) => <ServiceSection key={item.serviceNumber} number={number} service={item} />)}
    </div>
  )
}

function ServiceSection({ number, service }: { readonly number: string; readonly service: Service }) {
  const { review, serviceNumber } = service
  return (
    <Section id={`service-${serviceNumber}`} title={say('rate.service', { kind: kindWord(service.kind), when: instantWords(service.happenedAt) })}>
      {service.mayEvaluate ? (
        <form action={`/matters/${number}/rate`} method="get">
          <input type="hidden" name="service" value={serviceNumber} />
          <Radios name="grade" legend={say('rate.how')} options={[5, 4, 3, 2, 1].map((grade) => ({ value: String(grade), label: gradeWord(grade) }))} tiles />
          <p className="mt-s">
            <Button kind="second">{say('rate.on')}</Button>
          </p>
        </form>
      ) : (
        <p>{review === null ? say('rate.closed') : say('rate.given', { grade: gradeWord(review.grade) })}</p>
      )}
      {review?.rectification ? <p className="meta">{say('rate.rectification', { number: review.rectification.number })}</p> : null}
      {review?.reply ? <p>{say('rate.reply', { reply: review.reply })}</p> : null}
    </Section>
  )
}
