import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DialogPage } from '#ui/dialog-page.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { type Fact, FactsList } from '#ui/facts.tsx'
import { Note } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { dayOf, textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import words from '../../locales/zh-CN.json' with { type: 'json' }
import { actProblems, DayAndReason } from './day-and-reason.tsx'
import { findLookups, findOfficeItem, itemPath } from './editor-found.ts'
import styles from './editor.css?url'
import { type Lookups, referencesOf } from './shape-words.ts'
import { say } from './text.ts'

type Weighed = OutputOf<'catalogue.weigh-version'>

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  const office = await findOfficeItem(context, params)
  const { implementCode, version, name } = office.item
  if (office.item.state !== 'DRAFT') throw redirect(itemPath(implementCode))
  const [weighed, { drafts }] = await Promise.all([call(context, 'catalogue.weigh-version', { implementCode, version }), call(context, 'cases.count-drafts', { implementCode })])
  const edited = office.versions.find((one) => one.version === version)
  return { implementCode, version, name, weighed, drafts, lookups: await findLookups(context, office.item), own: edited?.editedByMe ?? false, today: context.get(requestContext).today, formKey: crypto.randomUUID() }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const [from, reason] = [dayOf(form, 'from'), textOf(form, 'reason') ?? '']
  const implementCode = params['implementCode'] ?? ''
  const answer = await attempt(context, 'catalogue.publish-version', { implementCode, version: textOf(form, 'version') ?? '', from: from as `${number}-${number}-${number}`, reason }, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (answer.ok) return redirect(itemPath(implementCode), 303)
  return data({ problems: actProblems(answer.refusal), from, reason }, { status: statusOf(answer.refusal.kind) })
}

export function links() {
  return [{ rel: 'stylesheet', href: styles }]
}

export function meta() {
  return [{ title: say('item.publish') }]
}

/** Before publishing: everything that the new version touches. One way on, one way back. */
export default function PublishPage() {
  const found = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { implementCode, version, name, weighed, own, today, formKey } = found
  const blocked = own ? say('publish.own') : weighed.mayPublish ? undefined : say('publish.unfit')
  return (
    <div className="wrap editor">
      <DialogPage
        action={`${itemPath(implementCode)}/publish`}
        about={say('publish.about', { item: name, code: implementCode })}
        title={say('publish.title', { version })}
        actions={
          <>
            <Button {...(blocked === undefined ? {} : { blockedBy: 'blocked' })}>{say('publish.do')}</Button>
            <ButtonLink kind="plain" href={itemPath(implementCode)}>
              {say('publish.back')}
            </ButtonLink>
          </>
        }
      >
        {refused ? <ErrorSummary title={say('publish.refused')} problems={refused.problems} /> : null}
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="key" value={formKey} />
        <FactsList facts={[...factsOf(found, implementCode), ...touched(weighed, found.drafts, found.lookups)]} />
        {blocked === undefined ? <DayAndReason from={refused?.from ?? today} reason={refused?.reason ?? ''} today={today} problems={refused?.problems ?? []} /> : null}
        <Note kind="near">{say('publish.final')}</Note>
        {blocked === undefined ? null : (
          <p className="mt" id="blocked">
            {blocked}
          </p>
        )}
      </DialogPage>
    </div>
  )
}

function factsOf({ weighed, version }: { readonly weighed: Weighed; readonly version: number }, implementCode: string): readonly Fact[] {
  const { follows, blastRadius } = weighed
  return [
    { term: say('publish.follows'), value: follows === null ? say('publish.follows.none') : say('publish.follows.value', { version: follows }) },
    ...(follows === null
      ? []
      : [
          {
            term: say('publish.changes'),
            value: (
              <>
                {say('publish.changes.value', { count: blastRadius.changes.length })}
                <a href={`${itemPath(implementCode)}/changes?before=${follows}&after=${version}`}>{say('publish.changes.link')}</a>
              </>
            ),
          },
        ]),
  ]
}

/** What changes for whom: products of the record, themes, units, certificates, matters. */
function touched({ blastRadius, themes, itemsUsingResult, certificateType, openMatters }: Weighed, drafts: number, lookups: Lookups): readonly Fact[] {
  const listed = (names: readonly string[]): string => (names.length === 0 ? say('publish.none') : names.join(say('value.and')))
  const unitName = (key: string): string => referencesOf(lookups, 'units').find((one) => one.key === key)?.name ?? key
  const open = openMatters.reduce((sum, one) => sum + one.open, 0)
  return [
    { term: say('publish.products'), value: listed(blastRadius.products.map((product) => words.products[product])) },
    { term: say('publish.demanded'), value: listed(blastRadius.newlyDemanded) },
    { term: say('publish.themes'), value: listed(themes.map(({ name }) => name)) },
    { term: say('publish.units'), value: listed(blastRadius.departments.map(unitName)) },
    { term: say('publish.certificate'), value: certificateType?.name ?? say('publish.none') },
    { term: say('publish.users'), value: itemsUsingResult.length === 0 ? say('publish.none') : say('publish.users.value', { count: itemsUsingResult.length, names: listed(itemsUsingResult.map(({ name }) => name)) }) },
    { term: say('publish.open'), value: open === 0 ? say('publish.open.none') : say('publish.open.value', { count: open }) },
    { term: say('publish.drafts'), value: drafts === 0 ? say('publish.drafts.none') : say(blastRadius.draftsMustBeChecked ? 'publish.drafts.checked' : 'publish.drafts.untouched', { count: drafts }) },
  ]
}
