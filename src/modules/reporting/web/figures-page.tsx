import { Form, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { joined } from '#ui/text.ts'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { dayWords, instantWords } from '#web/day-words.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { say, versionOf } from './text.ts'

export const handle: PageHandle = { crumbs: () => [{ href: '/figures', text: say('title') }] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { today } = context.get(requestContext)
  const params = new URL(request.url).searchParams
  const from = params.get('from') ?? `${today.slice(0, 4)}-01-01`
  const to = params.get('to') ?? today
  const { items } = await call(context, 'reporting.list-figures', { from, to, compare: 'year-before' })
  return { from, to, figures: items.filter((figure) => figure.value !== null) }
}

export function meta() {
  return [{ title: say('title') }]
}

/** Every open figure of a period; no percentage stands without what it is made of. */
export default function FiguresPage() {
  const { from, to, figures } = useLoaderData<typeof loader>()
  const title = say('figures', { from: dayWords(from), to: dayWords(to) })
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('title')}</h1>
        <p>{say('lead')}</p>
        <p>
          <a href="/figures/published">{say('toPublished')}</a>
        </p>
      </div>
      <Section id="period" title={say('period')} meta={title}>
        <Form>
          <Field id="from" label={say('from')}>
            {(ids) => <DateInput {...ids} name="from" defaultValue={from} required />}
          </Field>
          <Field id="to" label={say('to')}>
            {(ids) => <DateInput {...ids} name="to" defaultValue={to} required />}
          </Field>
          <Actions>
            <Button>{say('show')}</Button>
          </Actions>
        </Form>
        {figures[0] ? <p className="meta mt-s">{say('cutOff', { at: instantWords(figures[0].cutOffAt) })}</p> : <p>{say('none')}</p>}
      </Section>
      {byBusiness(figures).map(({ business, rows }) => (
        <Section key={business} id={business} title={say(`of.${business}`)}>
          <Table
            caption={say(`of.${business}`)}
            captionHidden
            rows={rows}
            rowKey={(figure) => figure.metric}
            empty={say('none')}
            columns={[
              { key: 'name', title: say('name'), names: true, cell: (figure) => figure.name },
              { key: 'value', title: say('value'), numeric: true, cell: (figure) => figure.value },
              { key: 'parts', title: say('parts'), numeric: true, cell: (figure) => (figure.denominator === null ? figure.numerator : joined('share', [figure.numerator, figure.denominator])) },
              { key: 'counts', title: say('counts'), cell: (figure) => countsOf(figure) },
              { key: 'before', title: say('yearBefore'), numeric: true, cell: (figure) => figure.yearBefore?.value },
              { key: 'version', title: say('version'), cell: (figure) => say('versionOf', { version: versionOf(figure.definition) }) },
            ]}
          />
        </Section>
      ))}
    </div>
  )
}

/** The businesses whose figures are open, in the order in which people ask for them; what is of none of them comes last. */
const businesses = ['cases', 'evaluations', 'catalogue', 'hotline', 'grid', 'disclosure', 'publication', 'other'] as const

function byBusiness(figures: readonly Shown[]) {
  const groups = Map.groupBy(figures, ({ metric }) => businesses.find((business) => metric.startsWith(`${business}.`)) ?? 'other')
  return businesses.flatMap((business) => {
    const rows = groups.get(business)
    return rows === undefined ? [] : [{ business, rows }]
  })
}

type Shown = Awaited<ReturnType<typeof loader>>['figures'][number]

/** What is counted, and inside it the figures without which it deceives. */
function countsOf({ counts, beside }: Shown): string {
  return joined('parts', [counts, ...beside.map(({ name, numerator }) => say('beside', { name, count: numerator }))])
}
