import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { listUsable } from '#modules/certificates/index.ts'
import { wasIdentifiedBy } from '#modules/subjects/index.ts'

/** How long somebody who showed his card counts as standing at the window. */
const presentForMinutes = 60

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
    const since = new Date(ctx.now.getTime() - presentForMinutes * 60_000)
    if (!(await wasIdentifiedBy(ctx.db, { subjectIds: [applicantId], actor: actorOf(ctx.caller), since }))) return { items: [] }
    const usable = await listUsable(ctx.db, { holderId: applicantId, day: dayOf(ctx.now) })
    return { items: usable.map(({ identifier, typeKey, typeName, validTo }) => ({ identifier, typeKey, typeName, validTo })) }
  },
})
