import { dayOf, parseDay } from '#kernel/time/day.ts'
import type { InputOf } from '../../app.ts'
import { dice } from './dice.ts'
import { actOptions } from './people.ts'
import type { Stage } from './stage.ts'
import type { Watchers } from './supervision-people.ts'
import words from './supervision-words.zh-CN.json' with { type: 'json' }

const hallId = 'qu-zhengwu'
const paper = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

/** Once a week a recording is looked through; in the first week of a month a great inspection finds something serious (S-05, S-13). */
export async function inspectOnce({ app, seed }: Stage, watchers: Watchers, at: Date): Promise<void> {
  const day = dayOf(at)
  const chance = dice(`${seed}:inspection:${day}`)
  const inspector = await watchers.inspector(chance.between(0, 1))
  const isGreat = Number(parseDay(day).slice(8)) <= 7
  const { name, text } = isGreat ? words.inspection : words.recording
  const { id } = await app.call('kernel.upload-file', inspector, { name, bytes: paper }, actOptions(seed, `inspection:${day}:file`, at))
  const found = isGreat ? ({ source: 'inspection', grade: 'serious', violation: 'refusedApplication' } as const) : ({ source: 'video', grade: 'obvious', violation: 'leftPost' } as const)
  const unitId = chance.pick(watchers.units)
  const officer = await watchers.officer(unitId, chance.between(0, 3))
  await app.call('supervision.record-finding', inspector, { ...found, unitId, text, fileIds: [id], ...(officer !== undefined && { staffId: officer.id }) }, actOptions(seed, `inspection:${day}`, at))
}

/** Once a week two of them open the box of the hall; what is in it is answered the same day (S-14). */
export async function openBox({ app, seed }: Stage, watchers: Watchers, at: Date): Promise<void> {
  const day = dayOf(at)
  const chance = dice(`${seed}:box:${day}`)
  const openers = [await watchers.inspector(0), await watchers.inspector(1)]
  const items = Array.from({ length: chance.between(0, 3) }, () => {
    const [kind, text] = chance.pick(words.boxItems) as [NonNullable<InputOf<'supervision.record-opening'>['items']>[number]['kind'], string]
    return { kind, text, ...(kind === 'criticism' && { unitId: chance.pick(watchers.units) }) }
  })
  const opener = await watchers.inspector(0)
  const { number } = await app.call('supervision.record-opening', opener, { hallId, openers: [...new Set(openers.map(({ id }) => id))], items }, actOptions(seed, `box:${day}`, at))
  for (const [place, { kind }] of items.entries()) {
    const finding = kind === 'criticism' && chance.chance(0.3) ? { finding: { grade: 'minor', violation: 'attitude' } as const } : {}
    await app.call('supervision.answer-item', opener, { number, place: place + 1, reply: words.boxReply, ...finding }, actOptions(seed, `box:${day}:${place}`, new Date(at.getTime() + (place + 1) * 60_000)))
  }
}
