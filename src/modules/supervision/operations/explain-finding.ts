import { z } from 'zod'
import { explainTask } from '../open-finding.ts'
import { defineFindingCommand } from '../finding-command.ts'
import { done } from '../rules/clocks.ts'
import { FindingNumber, Note } from '../schema.ts'

/** S-03: the unit, or the person concerned, says how it came about and what was done. */
export const explainFinding = defineFindingCommand({
  name: 'supervision.explain-finding',
  command: 'explain',
  summary: 'Explains a finding: how it came about and what was done about it',
  input: z.object({ number: FindingNumber, text: Note }),
  example: { text: '系统切换当日积压，已增派人员，逾期件已于次日办结。' },
  effect: (ctx, { finding: { matter } }, { text }) => ({ to: 'explained', timers: done(matter.timers, 'explain', ctx.now), endTasks: [explainTask], text }),
})
