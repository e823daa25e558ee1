import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { say } from './text.ts'
import { unitsFor } from '../unit-names.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200)
  const { items } = q === '' ? { items: [] } : await call(context, 'hotline.search-articles', { q })
  return { q, items, units: (await unitsFor(context)).names }
}

export function meta() {
  return [{ title: say('answers') }]
}

/** The knowledge base of the hotline, for everybody: who finds the answer need not call. */
export default function AnswersPage() {
  const { q, items, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('answers')}</h1>
        <p>{say('answers.lead')}</p>
      </div>
      <form action="/answers" method="get" role="search">
        <Field id="q" label={say('answers.q')}>
          {(ids) => <TextInput {...ids} name="q" type="search" maxLength={200} defaultValue={q} />}
        </Field>
        <Actions>
          <Button>{say('answers.search')}</Button>
        </Actions>
      </form>
      {q !== '' && items.length === 0 ? (
        <p className="mt">
          {say('answers.none')} <a href="/appeals/new">{say('answers.ask')}</a>
        </p>
      ) : null}
      {items.map((article) => (
        <Section key={article.id} id={article.id} title={article.question}>
          <p>{article.answer}</p>
          {article.implementCode === null ? null : (
            <p>
              <a href={`/services/${article.implementCode}`}>{say('answers.apply')}</a>
            </p>
          )}
          <p className="meta">{say('answers.from', { unit: units[article.ownerUnitId] ?? '', basis: article.basis, day: longDayWords(article.expiresOn) })}</p>
        </Section>
      ))}
    </div>
  )
}
