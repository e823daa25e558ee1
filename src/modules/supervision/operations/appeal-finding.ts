import { z } from 'zod'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { allDropped } from '#kernel/time/open-clocks.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { supervisionErrors } from '../errors.ts'
import { defineFindingCommand } from '../finding-command.ts'
import { appealTask, explainTask } from '../open-finding.ts'
import { clock } from '../rules/clocks.ts'
import { FindingNumber, Note } from '../schema.ts'
import { supervisionSettings } from '../settings.ts'
import { tellUnit } from '../tell.ts'

/** S-06: whoever a finding is about may appeal, once and in time. */
export const appealFinding = defineFindingCommand({
  name: 'supervision.appeal-finding',
  command: 'appeal',
  summary: 'Appeals against a finding',
  input: z.object({ number: FindingNumber, reason: Note }),
  refusals: [supervisionErrors.appealTooLate, supervisionErrors.appealedBefore],
  example: { reason: '当时正在后台为群众取件，已放置“请稍后”台牌，附监控时段。' },
  async effect(ctx, { finding: { matter } }, { reason }) {
    const office = await getOffice(ctx.db)
    const decide = clock({ id: newId(ctx.now.getTime()), name: 'decideAppeal', budget: settingsAt(ctx, supervisionSettings).appealDecision, unitId: office.id, at: ctx.now })
    const { dueAt } = dueOf(decide, ctx.services.legalCalendar.of(matter))
    await tellUnit(ctx, { unitId: office.id, role: 'inspector', matterId: matter.id }, 'finding-appealed', { number: matter.number })
    return {
      to: 'appealed',
      timers: [...allDropped(matter.timers, { at: ctx.now, reason: 'appealed' }), decide],
      endTasks: [explainTask],
      assign: [{ task: appealTask, unitId: office.id, role: 'inspector', ...(dueAt !== undefined && { dueAt }) }],
      change: { appealedAt: ctx.now },
      text: reason,
    }
  },
})
