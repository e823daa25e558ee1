import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type RouterContextProvider, useActionData, useLoaderData } from 'react-router'
import { Pane } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { searchCase } from '#modules/cases/web/office/find-case.ts'
import { loadQueue } from '#modules/cases/web/office/load-queue.ts'
import { QueueList } from '#modules/cases/web/office/queue-list.tsx'
import { liveHref } from '#web/live-href.ts'
import { ListPages } from '#web/list-pages.tsx'
import { liveOf, LivePart } from '#web/live-part.tsx'
import { localLimit } from '#web/local-rules.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import type { KnownFacts } from '../prefill.ts'
import type { WindowMeans } from './checklist.ts'
import { type DeskAddress, readDeskAddress } from './desk-address.ts'
import caseStyles from '#modules/cases/web/office/case-room.css?url'
import deskStyles from './desk.css?url'
import { fileCase } from './file-case.ts'
import { FilingForm } from './filing-form.tsx'
import { FindPane } from './find-pane.tsx'
import { findPerson } from './find-person.ts'
import { ItemPane, ItemSearchPane, ScenarioPane } from './item-panes.tsx'
import { type DeskKey, KeysPane } from './keys-pane.tsx'
import { loadOwnCases } from './load-own-cases.ts'
import { loadWindow } from './load-window.ts'
import { OwnCasesPane } from './own-cases-pane.tsx'
import { ApplicantPane, ReaderPane } from './person-panes.tsx'
import { say } from './text.ts'
import { WindowStrip } from './window-strip.tsx'

type Context = Readonly<RouterContextProvider>

/** Who waits for acceptance follows what colleagues do. */
export const handle: PageHandle = { script: liveHref }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const address = readDeskAddress(request.url)
  const { searchParams } = new URL(request.url)
  const { unitId, hallId } = actingStaffFirst(context, request)
  const common = { address, key: crypto.randomUUID(), strip: await loadWindow(context, request), hasHall: hallId !== undefined }
  if (address.applicant === undefined) return { ...common, start: await startOf(context, unitId, searchParams) }
  const person = await call(context, 'subjects.get-subject', { id: address.applicant })
  if (address.item === undefined) return { ...common, person, found: await foundItems(context, address), own: address.q === '' ? await loadOwnCases(context, address.applicant, searchParams) : undefined }
  const guide = await call(context, 'catalogue.get-guide', { implementCode: address.item, answers: address.answers })
  if (guide.openQuestions.length > 0) return { ...common, person, guide, asking: true as const }
  return { ...common, person, guide, facts: await knownFactsOf(context, address.applicant), means: await meansOf(context, address.applicant), declaration: await call(context, 'cases.get-declaration', {}), noticeWithin: await localLimit(context, 'cases.acceptance-notice') }
}

/** Before anybody stands at the window: a case that somebody asks about, who waits for acceptance, and the places that a new person can live in. */
async function startOf(context: Context, unitId: string, params: URLSearchParams) {
  const asked = params.get('find')?.trim() ?? ''
  const search = asked === '' ? undefined : await searchCase(context, asked, '/desk/cases')
  const live = await liveOf(context, 'kernel.tasks')
  const unit = await call(context, 'organisation.get-unit', { unitId })
  const [queue, units, regions, devices] = await Promise.all([
    loadQueue(context, { mine: false, cursor: params.get('cursor') }),
    unitNamesFor(context),
    call(context, 'organisation.list-regions', { limit: 100, parent: unit.regionCode.slice(0, 6) }),
    call(context, 'kernel.get-devices', {}),
  ])
  return { search, live, queue, units, regions: regions.items, reader: devices.identityReader }
}

/** What the register says of whoever showed his card just now; nothing of somebody else, whose form is then typed. */
async function knownFactsOf(context: Context, applicant: string): Promise<KnownFacts> {
  const answer = await attempt(context, 'subjects.read-known-facts', { id: applicant, purpose: 'acceptance' })
  return answer.ok ? answer.value.facts : {}
}

/** With what this window takes up the materials of whoever stands at it. */
async function meansOf(context: Context, applicantId: string): Promise<WindowMeans> {
  const [{ scanner }, { items }] = await Promise.all([call(context, 'kernel.get-devices', {}), call(context, 'cases.list-usable-certificates', { applicantId })])
  return { scanner, certificates: items }
}

async function foundItems(context: Context, { q }: DeskAddress) {
  return q === '' ? [] : (await call(context, 'catalogue.list-items', { q, limit: 8 })).items
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const address = readDeskAddress(request.url)
  const { hallId } = actingStaffFirst(context, request)
  const answer = address.item === undefined ? await findPerson(context, form) : await fileCase(context, { form, address, hallId, guide: await call(context, 'catalogue.get-guide', { implementCode: address.item, answers: address.answers }) })
  return answer instanceof Response ? answer : data(answer, { status: answer.status })
}

export function meta() {
  return [{ title: say('title') }]
}

export function links() {
  return [caseStyles, deskStyles].map((href) => ({ rel: 'stylesheet', href }))
}

/** 综合窗口: one screen from the identity card to the voucher, by keyboard, step by step in the address. */
export default function DeskPage() {
  const loaded = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { address } = loaded
  return (
    <>
      {loaded.strip ? <WindowStrip {...loaded.strip} /> : null}
      <div className="wrap">
        <h1 className="vh">{say('title')}</h1>
        <div className="room room-desk">
          {'start' in loaded ? (
            <>
              <div>
                <ReaderPane regions={loaded.start.regions} reader={loaded.start.reader} refused={refused} focused={loaded.start.search === undefined} />
              </div>
              <div className="desk-wide mid">
                <Start {...loaded.start} keys={[...(loaded.start.reader ? (['r'] as const) : []), ...(loaded.strip ? (['n'] as const) : [])]} />
              </div>
            </>
          ) : (
            <>
              <div>
                <ApplicantPane person={loaded.person} />
                {'guide' in loaded ? <ItemPane address={address} guide={loaded.guide} /> : null}
              </div>
              {'found' in loaded ? (
                <div className="desk-wide mid">
                  <ItemSearchPane address={address} found={loaded.found} />
                  {loaded.own ? <OwnCasesPane {...loaded.own} /> : null}
                </div>
              ) : 'asking' in loaded ? (
                <div className="desk-wide mid">
                  <ScenarioPane address={address} guide={loaded.guide} />
                </div>
              ) : (
                <FilingForm address={address} guide={loaded.guide} facts={loaded.facts} idempotencyKey={loaded.key} means={loaded.means} declaration={loaded.declaration} hasHall={loaded.hasHall} calling={loaded.strip !== undefined} noticeWithin={loaded.noticeWithin} refused={refused} />
              )}
            </>
          )}
        </div>
      </div>
    </>
  )
}

function Start({ search, live, queue, units, keys }: Pick<Awaited<ReturnType<typeof startOf>>, 'search' | 'live' | 'queue' | 'units'> & { readonly keys: readonly DeskKey[] }) {
  return (
    <>
      <FindPane search={search} />
      <LivePart id="live-waiting" live={live}>
        <Pane id="waiting" title={say('waiting.title')} meta={say('waiting.meta', { count: queue.count })}>
          {queue.count === 0 ? (
            <p>{say('waiting.none')}</p>
          ) : (
            <div className="queue">
              <QueueList groups={queue.groups} units={units} path="/desk/cases" bulk={['receive']} />
            </div>
          )}
          <ListPages summary={say('list.page', { count: queue.count })} base="/desk" nextCursor={queue.nextCursor} />
        </Pane>
      </LivePart>
      <KeysPane keys={keys} />
    </>
  )
}
