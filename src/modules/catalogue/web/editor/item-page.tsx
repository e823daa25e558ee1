import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ButtonLink } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Rows } from '#ui/index-list.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import words from '../../locales/zh-CN.json' with { type: 'json' }
import { actorWord, findOfficeItem, itemPath, type OfficeItem, sectionPath, stateWord } from './editor-found.ts'
import styles from './editor.css?url'
import { Findings } from './findings.tsx'
import { ItemActs, ItemVersions } from './item-history.tsx'
import texts from './locales/zh-CN.json' with { type: 'json' }
import { entryCount } from './section-found.ts'
import { findingsIn } from './section-tabs.tsx'
import { sectionKeys } from './sections.ts'
import { say } from './text.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { roles } = staffFirst(context, request)
  return { office: await findOfficeItem(context, params), publishes: roles.some(({ role }) => role === 'cataloguePublisher') }
}

export function links() {
  return [{ rel: 'stylesheet', href: styles }]
}

export function meta({ loaderData }: { readonly loaderData?: { readonly office: OfficeItem } }) {
  return [{ title: loaderData?.office.item.name ?? say('list.title') }]
}

/** One item for those who edit and publish it: where it stands, what the rules say, its sections, its versions, what was done to it. */
export default function ItemPage() {
  const { office, publishes } = useLoaderData<typeof loader>()
  const { item } = office
  return (
    <div className="wrap editor">
      <div className="page-h">
        <p className="meta">
          <a href="/catalogue-office">{say('item.back')}</a>
        </p>
        <h1>{item.name}</h1>
        <p>{say('item.meta', { type: words.itemTypes[item.itemType], department: item.implementingBody.name })}</p>
        <p className="meta">
          {say('item.code')} <span className="num">{item.implementCode}</span>
        </p>
      </div>
      <FactsList as="summary" facts={factsOf(office)} />
      <div className="room">
        <div>
          <Actions office={office} publishes={publishes} />
          <Pane id="findings" title={say('item.findings')}>
            {office.mayPublish && office.findings.length > 0 ? <p className="meta">{say('item.findings.warn-only')}</p> : null}
            <Findings office={office} />
          </Pane>
          <Pane id="sections" title={say('item.sections')} meta={say('item.sections.meta')}>
            {item.state === 'DRAFT' ? null : <WhoActs><Note>{say('item.sections.will-draft')}</Note></WhoActs>}
            <Rows columns={2} items={sectionKeys.map((key) => ({ title: texts.sections[key], href: sectionPath(item.implementCode, key), lines: [lineOf(office, key)] }))} />
          </Pane>
          <ItemVersions office={office} />
          <ItemActs office={office} />
        </div>
      </div>
    </div>
  )
}

function factsOf({ item, versions }: OfficeItem) {
  const edited = versions.find((one) => one.version === item.version)
  return [
    { term: say('item.state'), value: say('item.version', { version: item.version, state: stateWord(item.state) }) },
    { term: say('item.period'), value: periodOf(item) },
    { term: say('item.edited'), value: edited === undefined ? '—' : say('item.edited.by', { name: actorWord(edited.editedBy), at: instantWords(edited.editedAt) }) },
  ]
}

function periodOf({ state, effectiveFrom, effectiveTo }: OfficeItem['item']): string {
  if (state === 'DRAFT') return say('item.period.draft')
  return effectiveTo === null ? say('item.period.from', { from: longDayWords(effectiveFrom) }) : say('item.period.span', { from: longDayWords(effectiveFrom), to: longDayWords(effectiveTo) })
}

function lineOf(office: OfficeItem, key: (typeof sectionKeys)[number]): string {
  const count = entryCount(office.item, key)
  return count === undefined ? verdictOn(office, key) : say('item.sections.count', { count, verdict: verdictOn(office, key) })
}

function verdictOn(office: OfficeItem, key: (typeof sectionKeys)[number]): string {
  const found = findingsIn(office, key)
  const errors = found.filter((finding) => finding.severity === 'error').length
  if (errors > 0) return say('item.sections.errors', { count: errors })
  return found.length > 0 ? say('item.sections.warnings', { count: found.length }) : say('item.sections.fine')
}

/** What may be done now. Publishing, suspending and cancelling are the publisher's. */
function Actions({ office, publishes }: { readonly office: OfficeItem; readonly publishes: boolean }) {
  const { item, versions } = office
  const path = itemPath(item.implementCode)
  const isDraft = item.state === 'DRAFT'
  const published = versions.find((one) => one.state !== 'DRAFT')
  return (
    <div className="actions mt">
      {isDraft && publishes ? <ButtonLink href={`${path}/publish`}>{say('item.publish')}</ButtonLink> : null}
      <ButtonLink kind="second" href={`${path}/preview`}>
        {say('item.preview')}
      </ButtonLink>
      {versions.length > 1 ? (
        <ButtonLink kind="plain" href={`${path}/changes`}>
          {say('item.changes')}
        </ButtonLink>
      ) : null}
      {publishes && published?.state === 'PUBLISHED' ? (
        <ButtonLink kind="plain" href={`${path}/suspend`}>
          {say('item.suspend')}
        </ButtonLink>
      ) : null}
      {publishes && published?.state === 'SUSPENDED' ? (
        <ButtonLink kind="second" href={`${path}/resume`}>
          {say('item.resume')}
        </ButtonLink>
      ) : null}
      {publishes && (published?.state === 'PUBLISHED' || published?.state === 'SUSPENDED') ? (
        <ButtonLink kind="over" href={`${path}/cancel`}>
          {say('item.cancel')}
        </ButtonLink>
      ) : null}
      <WhoActs>
        <ButtonLink kind="plain" href={`${path}/new`}>
          {say('item.new')}
        </ButtonLink>
        {isDraft ? (
          <ButtonLink kind="over" href={`${path}/discard`}>
            {say('item.discard')}
          </ButtonLink>
        ) : null}
        {isDraft && !publishes ? <p className="meta">{say('item.publish.editor')}</p> : null}
      </WhoActs>
    </div>
  )
}
