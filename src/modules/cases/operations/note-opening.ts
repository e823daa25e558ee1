import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getStaff } from '#modules/organisation/index.ts'
import { seeCase } from '../ended-agency.ts'
import { caseErrors } from '../errors.ts'
import { CaseNumber } from '../schema.ts'
import { noteOpening } from '../store/openings.ts'

/** Who was not seen for so long has left: his page asks more often where it has scripts, and is looked at less long where it has none. */
const goneAfterMinutes = 15

/**
 * 正在看: a soft lock. Colleagues see who has the case open and since when; nobody is kept out, because the law's clock runs for all of
 * them. What keeps two from overwriting each other is the version that every command names.
 */
export const noteCaseOpening = defineOperation({
  name: 'cases.note-opening',
  summary: 'Notes that the caller has the case open, and tells which colleagues have',
  kind: 'command',
  access: { permission: 'cases:queue' },
  input: z.strictObject({ number: CaseNumber }),
  output: z.object({ version: z.int(), others: z.array(z.object({ name: z.string(), since: z.string() })) }),
  refusals: [caseErrors.unknown],
  async run(ctx, { number }) {
    const { matter } = await seeCase(ctx, number, false)
    if (ctx.caller.kind !== 'staff' || matter.closedAt !== null) return { version: matter.version, others: [] }
    const staleBefore = new Date(ctx.now.getTime() - goneAfterMinutes * 60_000)
    const openings = await noteOpening(ctx.db, { number, staffId: ctx.caller.id, at: ctx.now, staleBefore })
    const others = []
    for (const { staffId, since } of openings) others.push({ name: (await getStaff(ctx.db, staffId)).name, since: instantText(since) })
    return { version: matter.version, others }
  },
})
