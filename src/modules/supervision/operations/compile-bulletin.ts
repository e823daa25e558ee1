import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import type { DocumentData } from '#kernel/documents/template.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { fillMessage, type MessageParams } from '#kernel/notify/message-text.ts'
import { addCalendarDays, type Day, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import { getOffice, getUnit } from '#modules/organisation/index.ts'
import { issueBulletin } from '../documents/issue-letter.ts'
import { bulletinLifecycle } from '../lifecycle.ts'
import { openOwnMatter } from '../open-own-matter.ts'
import { type Period, periodBefore } from '../rules/bulletin-period.ts'
import { BULLETIN_PERIODS } from '../schema.ts'
import { type BulletinFigures, figuresOf, insertBulletin, isCompiled } from '../store/bulletins.ts'
import zh from '../locales/zh-CN.json' with { type: 'json' }

/** Run every Monday and on the first of a month: the bulletin of the period before, every figure from the register and the ledger, nothing typed. Repeating it writes nothing anew. */
export const compileBulletin = defineOperation({
  name: 'supervision.compile-bulletin',
  summary: 'Writes and issues the bulletin of the week or month before from the register',
  kind: 'command',
  access: { permission: 'supervision:run' },
  input: z.object({ period: z.enum(BULLETIN_PERIODS) }),
  output: z.object({ number: z.string().nullable() }),
  refusals: [],
  async run(ctx, { period }) {
    const days = periodBefore(dayOf(ctx.now), period)
    if (await isCompiled(ctx.db, period, days.from)) return { number: null }
    const figures = await figuresOf(ctx.db, { from: instantAtStartOf(days.from), until: instantAtStartOf(addCalendarDays(days.to, 1)) })
    const id = newId(ctx.now.getTime())
    const office = await getOffice(ctx.db)
    const matter = await openOwnMatter(ctx, { id, kind: 'bulletin', leadUnitId: office.id, channel: 'register' }, { command: 'compile', to: 'compiled', detail: { period, ...days, findings: figures.findings } })
    const document = await issueBulletin(ctx, id, await wordsOf(ctx, days, figures))
    await recordStep(ctx, bulletinLifecycle, matter, { command: 'issue', to: 'issued', outcome: 'issued', detail: { documentId: document.id } })
    await insertBulletin(ctx.db, { id, period, ...days, figures, documentId: document.id, documentNumber: document.number })
    return { number: matter.number }
  },
})

/** The figures under the names that the sentences of the template have for them. */
async function wordsOf(ctx: Ctx, { from, to }: Period, { bySource, units, criticised, ...counts }: BulletinFigures): Promise<DocumentData> {
  const { bulletin } = zh
  const rows = []
  for (const { unitId, findings, points, yellowCards, redCards } of units) {
    const cards = [...(yellowCards > 0 ? [words('yellow', { count: yellowCards })] : []), ...(redCards > 0 ? [words('red', { count: redCards })] : [])]
    rows.push({ name: (await getUnit(ctx.db, unitId)).name, findings, points, cards: cards.join(bulletin.and) || bulletin.none })
  }
  const late = []
  for (const { unitId, orders } of criticised) late.push(words('late', { unit: (await getUnit(ctx.db, unitId)).name, count: orders }))
  return {
    ...counts,
    period: words('period', { from: dayWords(from), to: dayWords(to) }),
    ...(bySource.length > 0 && { sources: bySource.map(({ source, findings }) => words('source', { source: zh.sources[source as keyof typeof zh.sources], count: findings })).join(bulletin.and) }),
    ...(late.length > 0 && { criticised: late.join(bulletin.and) }),
    units: rows.length > 0 ? rows : [{ name: bulletin.none, findings: 0, points: 0, cards: bulletin.none }],
  }
}

function dayWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return words('day', { year, month: Number(month), day: Number(date) })
}

function words(key: keyof typeof zh.bulletin, params: MessageParams): string {
  return fillMessage({ key: `supervision.bulletin.${key}`, text: zh.bulletin[key] }, params)
}
