import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { listScope } from '../access.ts'
import { gradeOf, scoreOf } from '../rules/score.ts'
import { Key, Month } from '../schema.ts'
import { standingsOf } from '../store/measures.ts'

const Standing = z.object({
  unitId: z.string(),
  findings: z.number().int(),
  points: z.number().int(),
  score: z.number().int(),
  grade: z.enum(['qualified', 'nearlyQualified', 'unqualified']),
  yellowCards: z.number().int(),
  redCards: z.number().int(),
  letters: z.number().int(),
  talks: z.number().int(),
})

/** Points, cards and score of each unit in a month (S-07, S-12); units without a finding stand at a hundred and are left out. */
export const listStandings = defineOperation({
  name: 'supervision.list-standings',
  summary: 'Lists what units have in a month: findings, points, score, cards',
  kind: 'query',
  http: { method: 'GET', path: '/supervision/standings' },
  access: { permission: 'supervision:read' },
  input: z.object({ month: Month.optional(), unitId: Key.optional() }),
  output: z.object({ month: z.string(), items: z.array(Standing) }),
  refusals: [],
  examples: [{ summary: 'September', input: { month: '2026-09' } }],
  async run(ctx, { month: asked, unitId }) {
    const month = asked ?? dayOf(ctx.now).slice(0, 7)
    const scope = listScope(ctx.caller, (await getOffice(ctx.db)).id)
    const within = scope === 'all' ? null : scope.units
    const units = unitId === undefined ? within : (within?.filter((one) => one === unitId) ?? [unitId])
    const rows = await standingsOf(ctx.db, month, units)
    return { month, items: rows.map((row) => ({ ...row, score: scoreOf(row.points), grade: gradeOf(scoreOf(row.points)) })) }
  },
})
