import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { mustSee } from '../access.ts'
import { caseErrors } from '../errors.ts'
import { CaseNumber } from '../schema.ts'
import { findCase } from '../store/cases.ts'
import { CaseView, viewOf } from '../view.ts'

/** One case, for whoever may see it. */
export const getCase = defineOperation({
  name: 'cases.get-case',
  summary: 'Reads one case with its route, evidence, documents, history and the commands that are open to the caller',
  kind: 'query',
  http: { method: 'GET', path: '/cases/{number}' },
  access: { permission: 'cases:read' },
  input: z.strictObject({ number: CaseNumber }),
  output: CaseView,
  refusals: [caseErrors.unknown],
  examples: [{ summary: 'One case', input: { number: '11440114MB2C0000194440123020000202609070001' } }],
  async run(ctx, { number }) {
    return viewOf(ctx, mustSee(ctx.caller, await findCase(ctx.db, number, false)))
  },
})
