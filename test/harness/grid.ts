import { anonymous, type Caller, type StaffCaller } from '#kernel/access/caller.ts'
import type { InputOf } from '#app'
import { getOffice } from '#modules/organisation/index.ts'
import { holderOf, personCaller, reviewerOf } from './callers.ts'
import type { TestOffice } from './office.ts'

/** Who works on an event in the street where the tests are: its centre, two grid workers, its own people, the district's centre and a department. */
export interface GridPeople {
  readonly town: StaffCaller
  readonly worker: StaffCaller
  readonly otherWorker: StaffCaller
  readonly enforcement: StaffCaller
  readonly district: StaffCaller
  readonly department: StaffCaller
}

export const gridTown = 'xinhua-jiedao'
export const gridDepartment = 'chengshi-guanli'
/** A cell of 新华街道 and the middle of it. */
export const gridCell = '44011400100101'

export async function gridPeople(office: TestOffice): Promise<GridPeople> {
  return {
    town: await holderOf(office, 'gridCommander', gridTown),
    worker: await holderOf(office, 'gridWorker', gridTown),
    otherWorker: await holderOf(office, 'gridWorker', gridTown, 1),
    enforcement: await reviewerOf(office, gridTown),
    district: await holderOf(office, 'gridCommander', (await getOffice(office.database.db)).id),
    department: await reviewerOf(office, gridDepartment),
  }
}

/** Where an event stands when a test begins. */
export const eventStages = ['reported', 'registered', 'dispatched', 'disposing', 'fedBack', 'verified', 'concluded'] as const
export type EventStage = (typeof eventStages)[number]

/** The smallest picture there is. */
export const aPicture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB3p6hlgAAAABJRU5ErkJggg==', 'base64')

/** An event that the public reported, brought as far as told at the level of the community. */
export async function anEvent(office: TestOffice, stage: EventStage = 'reported', changes: Partial<InputOf<'grid.report-problem'>> = {}, reporter: Caller = anonymous): Promise<{ readonly number: string; readonly queryCode: string }> {
  const { town, worker } = await gridPeople(office)
  const event = await office.call('grid.report-problem', reporter, { category: 'E0102', description: '垃圾桶旁堆了很多垃圾。', cellId: gridCell, phone: '13900008001', name: '何小满', ...changes })
  const { number } = event
  const reached = eventStages.indexOf(stage)
  if (reached >= 1) await office.call('grid.file-event', town, { number })
  if (reached >= 2) await office.call('grid.dispatch-event', town, { number, level: 'community' })
  if (reached >= 3) await office.call('grid.accept-event', worker, { number })
  if (reached >= 4) await office.call('grid.feed-back-event', worker, { number, treatment: '已清运垃圾并冲洗地面。' })
  if (reached >= 5) await verify(office, number)
  if (reached >= 6) await office.call('grid.conclude-event', town, { number, result: '现场已清理，问题解决。' })
  return event
}

/** Looks at an event on the spot, with a photo, as the second grid worker. */
export async function verify(office: TestOffice, number: string, equal = true): Promise<void> {
  const { otherWorker } = await gridPeople(office)
  const { longitude, latitude } = await office.call('grid.get-event', otherWorker, { number })
  await office.call('grid.add-photo', otherWorker, { number, name: 'photo.png', bytes: aPicture })
  await office.call('grid.verify-event', otherWorker, { number, equal, longitude, latitude, finding: equal ? '与反馈一致' : '垃圾仍在' })
}

/** The event as somebody sees it. */
export function seenEvent(office: TestOffice, caller: Caller, number: string) {
  return office.call('grid.get-event', caller, { number })
}

/** An event that zhang-xiaomei reported with a photo, escalated to the district and dispatched to a department. */
export async function aDispatchedEvent(office: TestOffice, unitId: string): Promise<{ readonly number: string; readonly fileId: string }> {
  const { town, district } = await gridPeople(office)
  const person = await personCaller(office, 'zhang-xiaomei')
  const { number } = await anEvent(office, 'reported', {}, person)
  const { fileId } = await office.call('grid.attach-photo', person, { number, name: 'photo.png', bytes: aPicture })
  await office.call('grid.file-event', town, { number })
  for (const commander of [town, town]) await office.call('grid.escalate-event', commander, { number, reason: '需要区级部门处置' })
  await office.call('grid.dispatch-event', district, { number, level: 'district', unitId })
  return { number, fileId }
}
