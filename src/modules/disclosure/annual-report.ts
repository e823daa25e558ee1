import { z } from 'zod'
import { holdsRole } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { commandsIn } from '#kernel/lifecycle/lifecycle.ts'
import { defineMatterCommands, type MatterEffect } from '#kernel/matter/matter-commands.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { dueOf, endOf } from '#kernel/time/timer.ts'
import { readsTable } from './access.ts'
import { annualReportLifecycle, type AnnualReportCommand, type AnnualReportState } from './annual-lifecycle.ts'
import { disclosureErrors } from './errors.ts'
import { type AnnualReport, findAnnualReport } from './store/annual-reports.ts'
import { taskNames } from './tasks.ts'

export const AnnualReportNumber = z.string().regex(/^NB\d{12}$/)

/** The report of a unit about a year: by when it is published, or where it stands. */
export const ShownAnnualReport = z.object({
  number: z.string(),
  unitId: z.string(),
  year: z.number().int(),
  state: z.string(),
  version: z.number().int(),
  /** What this caller may do now. */
  commands: z.array(z.string()),
  /** Null once it is published. */
  dueAt: z.string().nullable(),
  dueProvisional: z.boolean(),
  overdue: z.boolean(),
  address: z.string().nullable(),
  publishedAt: z.string().nullable(),
})

/** The report with this number; who may not read the table of its unit is told that there is none. */
export async function getAnnualReportFor(ctx: Ctx, number: string, held: boolean): Promise<AnnualReport> {
  const report = await findAnnualReport(ctx.db, number, held)
  if (report === undefined || !readsTable(ctx.caller, report.unitId)) throw new Refusal(disclosureErrors.annualReportUnknown)
  return report
}

export async function shownAnnualReport(ctx: Ctx, { matter, unitId, year, address, publishedAt }: AnnualReport): Promise<z.input<typeof ShownAnnualReport>> {
  const [timer] = matter.timers.filter((one) => endOf(one) === undefined)
  const due = timer && dueOf(timer, ctx.services.legalCalendar.of(matter))
  const running = due === undefined || due.stopped ? undefined : due
  return {
    number: matter.number,
    unitId,
    year,
    state: matter.state,
    version: matter.version,
    commands: publishes(ctx, unitId) ? [...commandsIn(annualReportLifecycle, matter.state)] : [],
    dueAt: running === undefined ? null : instantText(running.dueAt),
    dueProvisional: running?.provisional ?? false,
    overdue: running !== undefined && ctx.now > running.dueAt,
    address,
    publishedAt: publishedAt && instantText(publishedAt),
  }
}

/** Who answers for the disclosure of the unit. */
function publishes({ caller }: Ctx, unitId: string): boolean {
  return caller.kind === 'system' || holdsRole(caller, 'disclosureHead', unitId)
}

/** Makes POST /disclosure/annual-reports/{number}/{command}. */
export const defineAnnualReportCommand = defineMatterCommands({
  lifecycle: annualReportLifecycle,
  path: '/disclosure/annual-reports',
  exampleNumber: 'NB202701010001',
  output: ShownAnnualReport,
  refusals: [disclosureErrors.annualReportUnknown, disclosureErrors.notYourPart],
  reach: getAnnualReportFor,
  matterOf: ({ matter }: AnnualReport) => matter,
  check: (ctx, { unitId }) => {
    if (!publishes(ctx, unitId)) throw new Refusal(disclosureErrors.notYourPart)
  },
  apply: async (ctx, { matter }, command: AnnualReportCommand, effect: MatterEffect<AnnualReportState>) => {
    await recordStep(ctx, annualReportLifecycle, matter, { command, ...effect, endTasks: [taskNames.report] })
  },
  show: shownAnnualReport,
})
