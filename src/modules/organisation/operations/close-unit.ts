import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { openUnit } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { Key } from '../schema.ts'
import { ClosingReason } from '../schema/records.ts'
import { recordChange } from '../store/changes.ts'
import { closeRecord, holdOpen, unitInUse } from '../store/standing.ts'

/** A unit ends with nothing left to do: nobody works for it, no hall or unit stands below it, no matter waits for it. Its name stays. */
export const closeUnit = defineOperation({
  name: 'organisation.close-unit',
  summary: 'Closes a unit that has neither staff nor halls, units below it nor open matters',
  kind: 'command',
  http: { method: 'POST', path: '/units/{unitId}/close' },
  access: { permission: 'organisation:change-places' },
  input: z.object({ unitId: Key, reason: ClosingReason }),
  output: z.object({ id: Key }),
  refusals: [organisationErrors.unitUnknown, organisationErrors.unitClosed, organisationErrors.unitInUse, organisationErrors.officeStays],
  examples: [{ summary: 'A bureau that was merged', input: { unitId: 'shichang-jianguan', reason: '机构改革，职责划入其他部门' } }],
  async run(ctx, { unitId, reason }) {
    const unit = await openUnit(ctx, unitId)
    if (unit.kind === 'office') throw new Refusal(organisationErrors.officeStays)
    if (!(await holdOpen(ctx.db, 'unit', unitId))) throw new Refusal(organisationErrors.unitClosed)
    const use = await unitInUse(ctx.db, unitId, dayOf(ctx.now))
    if (Object.values(use).some((count) => count > 0)) throw new Refusal(organisationErrors.unitInUse, { ...use })
    await closeRecord(ctx.db, 'unit', unitId, ctx.now)
    await recordChange(ctx, { kind: 'unit', recordId: unitId, act: 'closed', detail: { name: unit.name, reason } })
    return { id: unitId }
  },
})
