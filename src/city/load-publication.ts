import type { InputOf } from '#app'
import { anonymous, type StaffCaller } from '#kernel/access/caller.ts'
import { addCalendarDays, addMonths, type Day, dayOf } from '#kernel/time/day.ts'
import { getStaffCaller, listEligible, type Role } from '#modules/organisation/index.ts'
import type { App } from '../app.ts'
import records from '../../data/publication/records.json' with { type: 'json' }
import { loader } from './loader.ts'

type Draft = InputOf<'publication.draft-record'>
type Shipped = (typeof records)[number]
type Channel = InputOf<'publication.add-channel'>['channel']

const cleared = { basis: '《政府信息公开条例》第十七条', remark: '不涉及国家秘密、商业秘密和个人隐私，可以公开' }

/** Publishes the shipped records as the staff of their units would, and draws the power and duty lists from the catalogue. A city that has records keeps them. */
export async function loadPublication(app: App): Promise<void> {
  const { items: departments } = await app.call('catalogue.list-departments', anonymous, {})
  for (const { key } of departments) await app.call('publication.draw-powers', loader, { unitId: key })
  const { total } = await app.call('publication.count-records', anonymous, {})
  if (total > 0) return
  for (const record of records) await publish(app, record)
  app.services.log.info('publication loaded', { records: records.length, lists: departments.length })
}

async function publish(app: App, record: Shipped): Promise<void> {
  const today = dayOf(app.services.clock.now())
  const editor = await holderOf(app, 'publicationEditor', record.unitId, today)
  const { title, summary, body, docNo, unitId, interpretation } = record
  const createdOn = addCalendarDays(today, -record.madeDaysAgo)
  const filing = { unitId, class: record.class as Draft['class'], theme: record.theme as Draft['theme'] }
  const valid = record.class === 'normative' && { effectiveOn: today, validUntil: addCalendarDays(addMonths(today, 60), -1), reviewOn: addMonths(today, 54) }
  const number = await clear(app, editor, { ...filing, ...valid, title, summary, body, docNo, createdOn, needsInterpretation: interpretation !== undefined })
  if (interpretation !== undefined) await clear(app, editor, { ...interpretation, unitId, class: null, theme: filing.theme, createdOn, interprets: number })
  await app.call('publication.publish-record', editor, { number })
  for (const channel of record.channels) await app.call('publication.add-channel', editor, { number, channel: channel as Channel })
}

/** Drafts a record and has somebody else of the unit review it. */
async function clear(app: App, editor: StaffCaller, draft: Draft): Promise<string> {
  const { number } = await app.call('publication.draft-record', editor, draft)
  await app.call('publication.submit-record', editor, { number })
  const reviewer = await holderOf(app, 'secrecyReviewer', draft.unitId, dayOf(app.services.clock.now()))
  await app.call('publication.clear-record', reviewer, { number, ...cleared })
  return number
}

async function holderOf(app: App, role: Role, unitId: string, day: Day): Promise<StaffCaller> {
  const [id] = await listEligible(app.db, { unitId, role, day, except: [] })
  if (id === undefined) throw new Error(`${unitId} has no ${role}`)
  return getStaffCaller(app.db, id, day)
}
