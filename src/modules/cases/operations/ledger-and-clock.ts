import type { Ctx } from '#kernel/contract/operation.ts'
import { defineClockOperation, defineLedgerOperation } from '#kernel/matter/ledger-operations.ts'
import { mustSee } from '../access.ts'
import { caseErrors } from '../errors.ts'
import { findCase } from '../store/cases.ts'

const view = {
  module: 'cases',
  path: '/cases',
  kind: 'case',
  access: { permission: 'cases:read' },
  refusals: [caseErrors.unknown],
  load: async (ctx: Ctx, number: string) => mustSee(ctx.caller, await findCase(ctx.db, number, false)).matter,
} as const

export const getCaseLedger = defineLedgerOperation(view)
export const getCaseClock = defineClockOperation(view)
