import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter, listEvents } from '#kernel/matter/store.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { caseErrors } from '../errors.ts'
import { queryCodeIndex } from '#kernel/matter/query-code.ts'
import type { CaseState } from '../lifecycle.ts'
import { heldBy, holders } from '../rules/held-by.ts'
import { clockLine } from '../rules/leading-clock.ts'
import { CaseNumber } from '../schema.ts'
import { findProgress } from '../store/lists.ts'

/** Progress without sign-in: the number with the code on the receipt, or with the applicant's phone; states and days only (C-31). */
export const getProgress = defineOperation({
  name: 'cases.get-progress',
  summary: 'Shows the states of a case to whoever holds its number and query code, or the applicant’s phone number',
  kind: 'query',
  http: { method: 'GET', path: '/progress/{number}' },
  access: 'public',
  rate: { perMinute: 30 },
  input: z.strictObject({ number: CaseNumber, code: z.string().regex(/^\d{6}$/).optional(), phone: z.string().regex(/^\d{8,12}$/).optional() }),
  output: z.object({ number: z.string(), itemName: z.string(), department: z.string().nullable(), state: z.string(), outcome: z.string().nullable(), heldBy: z.enum(holders), dueOn: z.string().nullable(), dueProvisional: z.boolean(), steps: z.array(z.object({ at: z.string(), state: z.string() })) }),
  refusals: [caseErrors.queryCodeWrong],
  examples: [{ summary: 'With the code of the receipt', input: { number: '11440114MB2C0000194440123020000202609070001', code: '123456' } }],
  async run(ctx, { number, code, phone }) {
    const found = await findProgress(ctx.db, number)
    const byCode = found !== undefined && code !== undefined && queryCodeIndex(ctx.services.vault, found.id, code) === found.queryCodeHash
    const byPhone = found !== undefined && phone !== undefined && found.phoneIndex === ctx.services.vault.index('phone', phone)
    if (found === undefined || !(byCode || byPhone)) throw new Refusal(caseErrors.queryCodeWrong)
    const matter = await findMatter(ctx.db, 'case', number, false)
    const events = await listEvents(ctx.db, found.id)
    return {
      number,
      itemName: found.itemName,
      department: found.department,
      state: found.state,
      outcome: found.outcome,
      heldBy: heldBy(found.state as CaseState, matter?.timers ?? []),
      ...dueNext(ctx, matter),
      steps: events.filter((event, index) => event.to !== events[index - 1]?.to).map((event) => ({ at: instantText(event.at), state: event.to })),
    }
  },
})

/** The day of the clock that speaks for the case: the answer about taking it in, then the decision, or the correction that is waited for; none while it stands still. */
function dueNext(ctx: Ctx, matter: Matter | undefined): { readonly dueOn: string | null; readonly dueProvisional: boolean } {
  if (matter === undefined) return { dueOn: null, dueProvisional: false }
  const { stopped, dueOn, dueProvisional } = clockLine(matter.timers, ctx.services.legalCalendar.of(matter), ctx.now)
  return stopped ? { dueOn: null, dueProvisional: false } : { dueOn, dueProvisional }
}
