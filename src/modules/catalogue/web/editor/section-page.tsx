import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Note } from '#ui/section.tsx'
import { statusOf } from '#web/refusals.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { staffFirst } from '#web/staff-first.ts'
import { useReadsOnly, WhoActs } from '#web/who-acts.tsx'
import { itemPath, sectionPath } from './editor-found.ts'
import styles from './editor.css?url'
import { EntryLists } from './entry-lists.tsx'
import { ShapeFields } from './fields.tsx'
import { Findings } from './findings.tsx'
import { liveFindingsHref } from './live-findings-href.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }
import { aboveOf, entryTitle } from './places.ts'
import { checkSection, saveSection } from './save-section.ts'
import { fieldsOf, findSection, type SectionFound, valuesOf } from './section-found.ts'
import { SectionTabs } from './section-tabs.tsx'
import type { Fields } from './shape.ts'
import { say } from './text.ts'

/** With its script the rules look on while it is typed. Without it they speak after each save. */
export const handle: PageHandle = { script: liveFindingsHref }

export async function loader(args: LoaderFunctionArgs) {
  staffFirst(args.context, args.request)
  const found = await findSection(args)
  return { found, saved: new URL(args.request.url).searchParams.has('saved') }
}

/** Saves the page as the next draft and shows it again with what the rules say now. */
export async function action(args: ActionFunctionArgs) {
  staffFirst(args.context, args.request)
  const found = await findSection(args)
  const form = await args.request.formData()
  if (form.get('intent') === 'check') return { checked: await checkSection(args.context, found, form) }
  const saved = await saveSection(args.context, found, form)
  if (!saved.ok) return data(saved, { status: statusOf(saved.refusal.kind) })
  const code = found.office.item.implementCode
  const leaves = form.get('intent') === 'remove' || form.get('intent') === 'earlier'
  const path = sectionPath(code, found.section, leaves ? aboveOf(found.at) : found.at)
  return redirect(`${path}${path.includes('?') ? '&' : '?'}saved=yes`, 303)
}

export function links() {
  return [{ rel: 'stylesheet', href: styles }]
}

export function meta({ loaderData }: { readonly loaderData?: { readonly found: SectionFound } }) {
  return [{ title: loaderData ? titleOf(loaderData.found) : say('list.title') }]
}

/** One section of an item, or one entry of it, as a plain form. */
export default function SectionPage() {
  const { found, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const readsOnly = useReadsOnly()
  const refused = answer !== undefined && 'refusal' in answer ? answer : undefined
  const checked = answer !== undefined && 'checked' in answer ? answer.checked?.findings : undefined
  const { office, section, at, isNew, lookups } = found
  const code = office.item.implementCode
  const fields = fieldsOf(found)
  const shapes = Object.values(fields)
  const listsFirst = shapes[0]?.kind === 'entries'
  const errorOf = (id: string) => refused?.problems.find((problem) => problem.id === id)?.text
  return (
    <div className="wrap editor">
      <div className="page-h" id="page">
        <p className="meta">
          <a href={at.length === 0 ? itemPath(code) : sectionPath(code, section, aboveOf(at))}>{at.length === 0 ? say('section.back') : say('section.back.section', { section: texts.sections[section] })}</a>
        </p>
        <h1>{titleOf(found)}</h1>
      </div>
      <SectionTabs office={office} current={section} />
      {refused ? <ErrorSummary title={refused.problems.length > 0 ? say('section.refused', { count: refused.problems.length }) : say('section.refused.whole')} problems={refused.problems.length > 0 ? refused.problems : [{ id: 'page', text: refused.refusal.title }]} /> : null}
      {saved && refused === undefined ? <Note kind="accent">{say('section.saved', { version: office.item.version })}</Note> : null}
      <div id="findings" aria-live="polite">
        {checked === undefined ? isNew ? null : <Findings office={office} section={section} at={at} /> : <Findings office={{ ...office, findings: checked }} section={section} at={at} caption="section.findings.live" />}
      </div>
      {listsFirst ? <EntryLists found={found} /> : null}
      {asksNothing(fields) ? null : (
        <form method={readsOnly ? 'get' : 'post'} className="edit-form">
          <input type="hidden" name="basedOn" value={office.contentHash} />
          <fieldset disabled={readsOnly}>
            <ShapeFields fields={fields} values={refused?.typed ?? valuesOf(found)} context={{ lookups, above: at, errorOf }} />
          </fieldset>
          <WhoActs>
            <div className="actbar">
              <div className="actions">
                <Button name="intent" value="save">
                  {say('section.save')}
                </Button>
                {at.length > 0 && !isNew && Number(at.at(-1)) > 0 ? (
                  <Button kind="plain" name="intent" value="earlier" formNoValidate>
                    {say('section.earlier')}
                  </Button>
                ) : null}
                {at.length > 0 && !isNew ? (
                  <Button kind="over" name="intent" value="remove" formNoValidate>
                    {say('section.remove')}
                  </Button>
                ) : null}
                <ButtonLink kind="plain" href={itemPath(code)}>
                  {say('section.back')}
                </ButtonLink>
              </div>
            </div>
          </WhoActs>
        </form>
      )}
      {listsFirst ? null : <EntryLists found={found} />}
    </div>
  )
}

/** Whether a page has only lists whose entries have pages of their own: then it has no form. */
function asksNothing(fields: Fields): boolean {
  return Object.values(fields).every((shape) => shape.kind === 'entries' || (shape.kind === 'group' && asksNothing(shape.fields)))
}

function titleOf(found: SectionFound): string {
  const { office, section, at, isNew } = found
  const name = isNew ? say('section.entry.new') : at.length === 0 ? office.item.name : entryTitle(valuesOf(found)) || office.item.name
  return say('section.title', { section: texts.sections[section], item: name })
}
