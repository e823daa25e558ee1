import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { openMatter } from '#kernel/matter/record.ts'
import { nextNumber } from '#kernel/matter/store.ts'
import { dayOf, yearOf } from '#kernel/time/day.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { listEligible, listUnitRows, type UnitRow } from '#modules/organisation/index.ts'
import { annualReportDue } from '../rules/annual-due.ts'
import { reportClock } from '../rules/clocks.ts'
import { findReportNumber, insertAnnualReport } from '../store/annual-reports.ts'
import { taskNames } from '../tasks.ts'
import { dueText, tellUnit } from '../tell.ts'

const mostUnits = 1_000

/** From the first day of a year each unit with a disclosure institution owes the public its report about the year before (O-13). Repeating it changes nothing; after the day that the law names none is opened any more. */
export const openAnnualReports = defineOperation({
  name: 'disclosure.open-annual-reports',
  summary: 'Opens the annual reports of the year before, each with its clock',
  kind: 'command',
  access: { permission: 'disclosure:open-annual-reports' },
  input: z.object({}),
  output: z.object({ opened: z.number().int() }),
  refusals: [],
  async run(ctx) {
    const today = dayOf(ctx.now)
    const year = yearOf(today) - 1
    let opened = 0
    for (const unit of await listUnitRows(ctx.db, { kind: undefined, after: undefined, limit: mostUnits })) {
      const heads = unit.closed ? [] : await listEligible(ctx.db, { unitId: unit.id, role: 'disclosureHead', day: today, except: [] })
      if (heads.length === 0 || annualReportDue(year, unit.kind) <= today || (await findReportNumber(ctx.db, { unitId: unit.id, year })) !== undefined) continue
      await open(ctx, unit, year)
      opened += 1
    }
    return { opened }
  },
})

async function open(ctx: Ctx, { id: unitId, kind, regionCode }: UnitRow, year: number): Promise<void> {
  const id = newId(ctx.now.getTime())
  const prefix = `NB${dayOf(ctx.now).replaceAll('-', '')}`
  const number = `${prefix}${String(await nextNumber(ctx.db, prefix)).padStart(4, '0')}`
  const timer = reportClock({ id: newId(ctx.now.getTime()), unitId, at: ctx.now }, annualReportDue(year, kind))
  const due = dueOf(timer, ctx.services.legalCalendar.of({ regionCode, hallId: null }))
  if (due.stopped) throw new Error(`the clock of ${number} does not run`)
  await openMatter(
    ctx,
    { id, number, kind: 'annualReport', regionCode, subjectId: null, itemVersionId: null, leadUnitId: unitId, channel: 'office' },
    { command: 'open', to: 'owed', detail: { year }, timers: [timer], assign: [{ task: taskNames.report, unitId, role: 'disclosureHead', dueAt: due.dueAt }] },
  )
  await insertAnnualReport(ctx.db, { id, unit_id: unitId, year })
  await tellUnit(ctx, { unitId, role: 'disclosureHead', matterId: id }, 'annual-report-owed', { year, day: dueText(due) })
}
