import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { listUsable } from '#modules/certificates/index.ts'
import { isPresent } from '../present-at-window.ts'

/** What the clerk may offer in place of paper (D-08). Only of whoever showed this clerk his card just now; of anybody else the list is empty. */
export const listUsableCertificates = defineOperation({
  name: 'cases.list-usable-certificates',
  summary: 'The electronic certificates in force of the applicant at the window, to be used in place of paper',
  kind: 'query',
  access: { permission: 'cases:accept' },
  input: z.strictObject({ applicantId: z.uuid() }),
  output: z.object({ items: z.array(z.object({ identifier: z.string(), typeKey: z.string(), typeName: z.string(), validTo: z.string().nullable() })) }),
  refusals: [],
  async run(ctx, { applicantId }) {
    if (!(await isPresent(ctx, applicantId))) return { items: [] }
    const usable = await listUsable(ctx.db, { holderId: applicantId, day: dayOf(ctx.now) })
    return { items: usable.map(({ identifier, typeKey, typeName, validTo }) => ({ identifier, typeKey, typeName, validTo })) }
  },
})
