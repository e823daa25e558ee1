import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/choices.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { AdministrationTabs } from './administration-tabs.tsx'
import { boundWords, percentOf, say, type ShownRule, valueWords } from './rule-words.ts'
import { say as sayOffice } from './text.ts'

type Rung = OutputOf<'kernel.get-signal-rungs'>['rungs'][number]

/** A business with more rules than this is folded. */
const mostOpen = 40

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { items } = await call(context, 'kernel.list-settings', {})
  const { rungs } = await call(context, 'kernel.get-signal-rungs', {})
  const { searchParams } = new URL(request.url)
  const asked = { words: searchParams.get('q')?.trim().slice(0, 60) ?? '', changed: searchParams.has('changed') }
  return { items: items.filter((rule) => isMeant(rule, asked)), rungs, asked, narrowed: asked.words !== '' || asked.changed }
}

/** A rule is found by its title, its business and the law behind it, and by having been changed. */
function isMeant({ title, business, basis, bound, since, next }: ShownRule, { words, changed }: { readonly words: string; readonly changed: boolean }): boolean {
  if (changed && since === null && next === null) return false
  return words === '' || [title, business, basis, bound?.law ?? ''].some((text) => text.includes(words))
}

export function meta() {
  return [{ title: sayOffice('rules.title') }]
}

/** What the city decides for itself, by business: what holds, what the default is, and how far the law lets it go. */
export default function RulesPage() {
  const { items, rungs, asked, narrowed } = useLoaderData<typeof loader>()
  return (
    <div className="wrap stack">
      <AdministrationTabs current="rules" />
      <p>
        <Tag>{say('mark')}</Tag> {say('lead')}
      </p>
      <form className="filter" action="/administration/rules" method="get">
        <div>
          <label htmlFor="q">{say('find')}</label>
          <TextInput id="q" name="q" type="search" maxLength={60} defaultValue={asked.words} />
        </div>
        <Checkbox name="changed" label={say('find.changed')} checked={asked.changed} />
        <Button kind="plain">{sayOffice('staff.filter')}</Button>
        {narrowed ? <a href="/administration/rules">{say('find.all')}</a> : null}
      </form>
      {items.length === 0 ? <p>{say('find.none')}</p> : null}
      {[...Map.groupBy(items, ({ business }) => business)].map(([business, rules]) => (
        <Pane key={business} id={rules[0]?.key.replace('.', '-') ?? ''} title={business}>
          {rules.length > mostOpen && !narrowed ? (
            <details>
              <summary>{say('many', { count: rules.length })}</summary>
              <Rules business={business} rules={rules} />
            </details>
          ) : (
            <Rules business={business} rules={rules} />
          )}
        </Pane>
      ))}
      {narrowed ? null : (
        <Pane id="signals" title={say('signals')} beside={<WhoActs><a href="/administration/rules/signals">{say('signals.change')}</a></WhoActs>}>
          <Signals rungs={rungs} />
        </Pane>
      )}
    </div>
  )
}

function Rules({ business, rules }: { readonly business: string; readonly rules: readonly ShownRule[] }) {
  return (
    <Table
      caption={business}
      captionHidden
      rows={rules}
      rowKey={({ key }) => key}
      empty={sayOffice('none')}
      columns={[
        { key: 'rule', title: say('rule'), names: true, cell: ({ key, title }) => <a href={`/administration/rules/${key}`}>{title}</a> },
        { key: 'value', title: say('value'), cell: CurrentValue },
        { key: 'default', title: say('default'), cell: (rule) => valueWords(rule, rule.default) },
        { key: 'since', title: say('since'), cell: ({ since }) => (since === null ? say('since.default') : longDayWords(since)) },
        { key: 'basis', title: say('basis'), cell: ({ basis }) => basis },
        { key: 'bound', title: say('bound'), cell: Bound },
      ]}
    />
  )
}

function CurrentValue(rule: ShownRule) {
  return (
    <div>
      <b className="nw">{valueWords(rule, rule.value)}</b>
      {rule.next === null ? null : <p className="meta">{say('next', { day: longDayWords(rule.next.validFrom), value: valueWords(rule, rule.next.value) })}</p>}
    </div>
  )
}

function Bound(rule: ShownRule) {
  if (rule.bound === null) return say('bound.none')
  return (
    <div>
      <span className="nw">{boundWords(rule)}</span> <span className="meta">{rule.bound.law}</span>
    </div>
  )
}

function Signals({ rungs }: { readonly rungs: readonly Rung[] }) {
  return (
    <Table
      caption={say('signals')}
      captionHidden
      rows={rungs}
      rowKey={({ of, name }) => `${of} ${name}`}
      empty={sayOffice('none')}
      columns={[
        { key: 'signal', title: say('signals.signal'), names: true, cell: ({ name }) => say(`signals.${name}`) },
        { key: 'when', title: say('signals.when'), cell: rungWords },
      ]}
    />
  )
}

function rungWords({ of, at }: Rung): string {
  const limit = say(`signals.of.${of}`)
  if (at === 'over') return say('signals.over', { limit })
  if ('share' in at) return say('signals.share', { limit, value: percentOf(at.share) })
  if (at.workingDays === 0) return say('signals.onDay', { limit })
  return at.workingDays < 0 ? say('signals.before', { limit, value: -at.workingDays }) : say('signals.after', { limit, value: at.workingDays })
}
