import { law, type StaffCaller } from '#kernel/access/caller.ts'
import type { InputOf, OutputOf } from '#app'
import { dayOf } from '#kernel/time/day.ts'
import { headOf, personCaller, staffCaller } from './callers.ts'
import { anOrder } from './hotline.ts'
import type { TestOffice } from './office.ts'

/** Who watches and who is watched in the demo city. */
export interface SupervisionPeople {
  readonly inspector: StaffCaller
  /** The one who decides what the first one wrote. */
  readonly other: StaffCaller
  readonly supervisor: StaffCaller
  readonly head: StaffCaller
  readonly clerk: StaffCaller
}

export const watchedUnit = 'shichang-jianguan'

export async function supervisionPeople(office: TestOffice): Promise<SupervisionPeople> {
  return {
    inspector: await staffCaller(office, 'HD0009'),
    other: await staffCaller(office, 'HD0002'),
    supervisor: await staffCaller(office, 'HD0013'),
    head: await headOf(office, watchedUnit),
    clerk: await staffCaller(office, 'HD0148'),
  }
}

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

/** A finding of an inspector with a file as evidence: obvious, on a recording, about the watched unit, unless told otherwise. */
export async function aFinding(office: TestOffice, changes: Partial<InputOf<'supervision.record-finding'>> = {}): Promise<OutputOf<'supervision.record-finding'>> {
  const { inspector } = await supervisionPeople(office)
  const { id } = await office.call('kernel.upload-file', inspector, { name: 'recording.pdf', bytes: pdf })
  return office.call('supervision.record-finding', inspector, { source: 'video', grade: 'obvious', violation: 'leftPost', unitId: watchedUnit, text: '窗口无人，未放置台牌。', fileIds: [id], ...changes })
}

/** A finding with the file that is its evidence. */
export async function aFindingWithFile(office: TestOffice): Promise<{ readonly number: string; readonly fileId: string }> {
  const { inspector } = await supervisionPeople(office)
  const { number } = await aFinding(office)
  const { evidence } = await office.call('supervision.get-finding', inspector, { number })
  return { number, fileId: evidence.find(({ kind }) => kind === 'file')?.reference ?? '' }
}

/** A serious finding of a great inspection, and the letter that follows from it. */
export async function aLetter(office: TestOffice): Promise<string> {
  const { inspector } = await supervisionPeople(office)
  const { measures } = await aFinding(office, { grade: 'serious', source: 'inspection' })
  for (const number of measures) if ((await office.call('supervision.get-measure', inspector, { number })).documentNumber !== null) return number
  throw new Error('a serious finding of an inspection has a letter')
}

/** The patrols of the hall of the district on the day of the office's clock. */
export async function thePatrol(office: TestOffice, hallId = 'qu-zhengwu'): Promise<OutputOf<'supervision.get-patrol'>> {
  const { inspector } = await supervisionPeople(office)
  await office.call('supervision.plan-patrols', law, {})
  const { items } = await office.call('supervision.list-patrols', inspector, { day: dayOf(office.clock.now()), limit: 100 })
  const patrol = items.find((item) => item.hallId === hallId && item.state === 'planned')
  if (patrol === undefined) throw new Error(`no patrols are planned for ${hallId}`)
  return office.call('supervision.get-patrol', inspector, { number: patrol.number })
}

/** An opening with one item of each kind. */
export async function anOpening(office: TestOffice): Promise<string> {
  const { inspector } = await supervisionPeople(office)
  const items = [{ kind: 'suggestion', text: '建议增设复印机。' }, { kind: 'criticism', unitId: watchedUnit, text: '窗口人员态度生硬。' }] as const
  return (await office.call('supervision.record-opening', inspector, { hallId: 'qu-zhengwu', openers: ['HD0009', 'HD0002'], items: [...items] })).number
}

/** A complaint of zhang-xiaomei about the watched unit, brought as far as told by the first inspector. */
export async function aComplaint(office: TestOffice, stage: 'filed' | 'accepted' | 'answered' | 'appealed' = 'filed'): Promise<string> {
  const { inspector } = await supervisionPeople(office)
  const person = await personCaller(office, 'zhang-xiaomei')
  const { number } = await office.call('supervision.file-complaint', person, { unitId: watchedUnit, hallId: 'qu-zhengwu', windowNumber: 12, title: '窗口推诿', content: '材料齐全却让我明天再来。' })
  const reached = ['filed', 'accepted', 'answered', 'appealed'].indexOf(stage)
  if (reached >= 1) await office.call('supervision.accept-complaint', inspector, { number })
  if (reached >= 2) await office.call('supervision.answer-complaint', inspector, { number, result: 'unfounded', answer: '经查不属实。' })
  if (reached >= 3) await office.call('supervision.appeal-complaint', person, { number, reason: '没有看监控。' })
  return number
}

/** The bulletin of the week before, with its number also where it was written before. */
export async function aBulletin(office: TestOffice): Promise<string> {
  const { inspector } = await supervisionPeople(office)
  await office.call('supervision.compile-bulletin', law, { period: 'week' })
  const [bulletin] = (await office.call('supervision.list-bulletins', inspector, { limit: 1 })).items
  if (bulletin === undefined) throw new Error('no bulletin was written')
  return bulletin.number
}

/** A week of replies of which some were drawn: an order is replied to, and the sample is drawn on the Monday after. */
export async function aSample(office: TestOffice): Promise<{ readonly number: string; readonly replyId: string }> {
  const { inspector } = await supervisionPeople(office)
  const now = office.clock.now()
  const listed = async () => (await office.call('supervision.list-samples', inspector, { limit: 1 })).items[0]
  if ((await listed()) === undefined) {
    await anOrder(office, 'replied')
    office.clock.set(new Date(now.getTime() + 7 * 86_400_000))
    await office.call('supervision.draw-sample', law, {})
    office.clock.set(now)
  }
  const sample = await office.call('supervision.get-sample', inspector, { number: (await listed())?.number ?? '' })
  return { number: sample.number, replyId: sample.replies.find(({ checkedAt }) => checkedAt === null)?.id ?? '' }
}
