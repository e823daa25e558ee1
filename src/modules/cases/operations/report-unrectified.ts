import { law } from '#kernel/access/caller.ts'
import { must } from '#kernel/errors/refusal.ts'
import { voidTimer } from '#kernel/time/timer.ts'
import { caseErrors } from '../errors.ts'
import type { CaseState } from '../lifecycle.ts'
import { mustHaveLapsed } from '../must-have-lapsed.ts'
import { recordCaseStep } from '../record-step.ts'
import { clockNames } from '../rules/clocks.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'

/** The time to rectify a false pledge ran out: the head of the deciding unit gets the task to revoke the grant (C-19). Nothing is revoked without him. */
export const reportUnrectified = defineCaseCommand({
  name: 'cases.report-unrectified',
  command: 'report-unrectified',
  summary: 'Puts a false pledge that was not rectified before the head of the deciding unit',
  internal: true,
  fields: {},
  refusals: [caseErrors.notLapsed],
  async run(ctx, record) {
    const clock = mustHaveLapsed(ctx, record, clockNames.rectification)
    const changed = await recordCaseStep(ctx, record, {
      command: 'report-unrectified',
      to: record.matter.state as Extract<CaseState, 'decided'>,
      actor: law,
      timers: [must(voidTimer(clock, ctx.now, 'not rectified in time'))],
      assign: [{ task: 'revoke', unitId: record.matter.leadUnitId ?? '', role: 'unitHead' }],
      detail: { orderedAt: clock.anchorAt.toISOString() },
    })
    await tellParties(ctx, changed, 'unrectified')
    return { record: changed, documents: [] }
  },
})
