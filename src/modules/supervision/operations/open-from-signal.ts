import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { findSignalUnit } from '#kernel/signals/signal-unit.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { openFinding } from '../open-finding.ts'
import { findingOfSignal, isOwnWork } from '../rules/signal-finding.ts'
import { hasSignal } from '../store/findings.ts'

/** Run for each signal of any clock of any business: yellow and red ones enter the register, each once (S-02, S-03, S-13), about whose time ran out, else about who leads. */
export const openFromSignal = defineOperation({
  name: 'supervision.open-from-signal',
  summary: 'Enters a yellow or red signal into the register of findings',
  kind: 'command',
  access: { permission: 'supervision:run' },
  input: z.object({ signalId: z.uuid(), rung: z.string(), number: z.string(), kind: z.string(), leadUnitId: z.string().nullable(), reachedAt: z.iso.datetime() }),
  output: z.object({ number: z.string().nullable() }),
  refusals: [],
  async run(ctx, { signalId, rung, number, kind, leadUnitId, reachedAt }) {
    const found = findingOfSignal(rung, kind)
    if (found === undefined || (await hasSignal(ctx.db, signalId))) return { number: null }
    const office = await getOffice(ctx.db)
    const unitId = (await findSignalUnit(ctx.db, signalId)) ?? leadUnitId ?? office.id
    if (isOwnWork(kind, unitId, office.id)) return { number: null }
    const evidence = [{ kind: 'signal' as const, reference: signalId }, { kind: 'matter' as const, reference: number }]
    const { matter } = await openFinding(ctx, { ...found, source: 'signal', unitId, evidence, signalId, foundAt: new Date(reachedAt) })
    return { number: matter.number }
  },
})
