import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { caseErrors } from '../errors.ts'
import { reachCase } from '../reach-case.ts'
import { CaseNumber } from '../schema.ts'
import { CaseView, viewOf } from '../view.ts'

/** One case, for whoever may see it; without its papers for whoever only puts a bad review of it right. */
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
    const { record, reach } = await reachCase(ctx, number)
    const view = await viewOf(ctx, record)
    return reach === 'own' ? view : { ...view, evidence: view.evidence.map((one) => ({ ...one, fileId: null })), documents: [] }
  },
})
