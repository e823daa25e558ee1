import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { attempt, call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { ListPages } from '#web/list-pages.tsx'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { categoryGroups, categoryName, say } from '../text.ts'
import { unitsFor } from '../unit-names.ts'
import { ArticleVersions, versionsCursor } from './article-versions.tsx'
import { HotlineTabs } from './hotline-tabs.tsx'

const names = ['articleId', 'ownerUnitId', 'category', 'question', 'answer', 'basis', 'expiresOn'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const cursor = searchParams.get('cursor')
  const page = await call(context, 'hotline.list-articles', { limit: 50, ...(cursor !== null && { cursor }) })
  const chosen = searchParams.get('article')
  const article = chosen === null ? undefined : await attempt(context, 'hotline.get-article', { articleId: chosen })
  const versions = article?.ok ? await call(context, 'hotline.list-article-versions', { articleId: article.value.id, ...versionsCursor(searchParams) }) : null
  return { ...page, article: article?.ok ? article.value : null, versions, units: await unitsFor(context), own: staff.unitId, roles: staff.roles.map(({ role }) => role), key: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const typed = Object.fromEntries(names.map((name) => [name, textOf(form, name) ?? ''])) as Record<(typeof names)[number], string>
  const implementCode = textOf(form, 'implementCode') || null
  const answer = await attempt(context, 'hotline.save-article', { ...typed, implementCode }, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect('/hotline/articles', 303)
  return data({ title: answer.refusal.title, problems: problemsOf(answer.refusal), typed }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('articles') }]
}

/** What a unit answers for in the knowledge base: those that expire first before the others, and the form for the next version. */
export default function ArticlesPage() {
  const { items, nextCursor, article, versions, units, own, roles, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errorOf = (id: string): string | undefined => refused?.problems.find((problem) => problem.id === id)?.text
  const shown: Readonly<Record<string, string | number | null | boolean>> = { articleId: article?.id ?? '', ...article, ...refused?.typed }
  const valueOf = (name: string): string => String(shown[name] ?? '')
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('articles')}</h1>
      </div>
      <HotlineTabs roles={roles} current="/hotline/articles" />
      <Table
        caption={say('articles')}
        captionHidden
        rows={items}
        rowKey={(row) => row.id}
        empty={say('articles.none')}
        columns={[
          { key: 'question', title: say('articles.question'), names: true, cell: (row) => <a href={`/hotline/articles?article=${row.id}#write`}>{row.question}</a> },
          { key: 'category', title: say('column.category'), cell: (row) => categoryName(row.category) },
          { key: 'unit', title: say('articles.owner'), cell: (row) => units.names[row.ownerUnitId] ?? '' },
          { key: 'version', title: say('articles.version'), numeric: true, cell: (row) => row.version },
          { key: 'expires', title: say('articles.expires'), cell: (row) => <ClockBadge state={row.expired ? 'over' : 'run'}>{longDayWords(row.expiresOn)}</ClockBadge> },
        ]}
      />
      <ListPages summary={say('orders.page', { count: items.length })} base="/hotline/articles" nextCursor={nextCursor} />
      <WhoActs>
        <Section id="write" title={say(article === null ? 'articles.new' : 'articles.next')}>
          {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
          <form action="/hotline/articles" method="post">
            <input type="hidden" name="key" value={key} />
            <input type="hidden" name="implementCode" value={article?.implementCode ?? ''} />
            {article === null ? (
              <Field id="articleId" label={say('articles.id')} hint={say('articles.id.hint')} error={errorOf('articleId')}>
                {(ids) => <TextInput {...ids} name="articleId" width={24} defaultValue={valueOf('articleId')} />}
              </Field>
            ) : (
              <input type="hidden" name="articleId" value={article.id} />
            )}
            <Field id="ownerUnitId" label={say('articles.owner')} error={errorOf('ownerUnitId')}>
              {(ids) => <Select {...ids} name="ownerUnitId" defaultValue={valueOf('ownerUnitId') || own} options={units.choices} />}
            </Field>
            <Field id="category" label={say('column.category')} error={errorOf('category')}>
              {(ids) => <Select {...ids} name="category" defaultValue={valueOf('category')} options={[{ value: '', label: say('choose') }]} groups={categoryGroups} required />}
            </Field>
            <Field id="question" label={say('articles.question')} error={errorOf('question')}>
              {(ids) => <TextInput {...ids} name="question" maxLength={200} defaultValue={valueOf('question')} />}
            </Field>
            <Field id="answer" label={say('articles.answer')} error={errorOf('answer')}>
              {(ids) => <TextArea {...ids} name="answer" rows={5} maxLength={3000} defaultValue={valueOf('answer')} />}
            </Field>
            <Field id="basis" label={say('articles.basis')} error={errorOf('basis')}>
              {(ids) => <TextInput {...ids} name="basis" maxLength={500} defaultValue={valueOf('basis')} />}
            </Field>
            <Field id="expiresOn" label={say('articles.expires')} error={errorOf('expiresOn')}>
              {(ids) => <DateInput {...ids} name="expiresOn" defaultValue={valueOf('expiresOn')} />}
            </Field>
            <Actions>
              <Button>{say('articles.save')}</Button>
            </Actions>
          </form>
        </Section>
      </WhoActs>
      {article === null || versions === null ? null : <ArticleVersions articleId={article.id} {...versions} />}
    </div>
  )
}
