import type { Ctx } from '#kernel/contract/operation.ts'
import { defineClockOperation, defineLedgerOperation } from '#kernel/matter/ledger-operations.ts'
import { caseErrors } from '../errors.ts'
import { reachCase } from '../reach-case.ts'

const view = {
  module: 'cases',
  path: '/cases',
  kind: 'case',
  access: { permission: 'cases:read' },
  refusals: [caseErrors.unknown],
  load: async (ctx: Ctx, number: string) => (await reachCase(ctx, number)).record.matter,
} as const

export const getCaseLedger = defineLedgerOperation(view)
export const getCaseClock = defineClockOperation(view)
