import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { withoutNumbers } from '#kernel/ids/hidden-numbers.ts'
import { listEvents } from '#kernel/matter/store.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { hotlineErrors } from '../errors.ts'
import { mustHoldCode } from '../order-progress.ts'
import { isTold } from '../rules/callback.ts'
import { GuidedApplication, OrderNumber, QueryCode } from '../schema.ts'
import { listNotes } from '../store/notes.ts'
import type { Order } from '../store/orders.ts'
import { dueOfClock } from '../tasks.ts'

/** Progress for who holds number and code: states, days, the reply, and nothing of who called. */
export const getProgress = defineOperation({
  name: 'hotline.get-progress',
  summary: 'Shows how far an order is to whoever holds its number and query code',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/progress/{number}' },
  access: 'public',
  rate: { perMinute: 30 },
  input: z.object({ number: OrderNumber, code: QueryCode.optional() }),
  output: z.object({
    number: z.string(),
    state: z.string(),
    kind: z.string(),
    unitId: z.string().nullable(),
    dueAt: z.string().nullable(),
    /** Rests on a year whose arrangement is not published yet: it may still move (T-14). */
    dueProvisional: z.boolean(),
    reply: z.string().nullable(),
    application: GuidedApplication.nullable(),
    rejectionClass: z.string().nullable(),
    /** What was said for the caller at a step: why it is not accepted, why it takes longer. */
    told: z.array(z.object({ at: z.string(), text: z.string() })),
    originalNumber: z.string().nullable(),
    /** Whether the caller may say now how it was. */
    mayRate: z.boolean(),
    steps: z.array(z.object({ at: z.string(), state: z.string() })),
  }),
  refusals: [hotlineErrors.queryCodeWrong],
  examples: [{ summary: 'With the code of the receipt', input: { number: 'RX2026090700001', code: '123456' } }],
  async run(ctx, { number, code }) {
    const order = await mustHoldCode(ctx, number, code, false)
    const { matter } = order
    const reply = isTold(matter.state) && order.sealedReply !== null ? await ctx.services.vault.open<string>(ctx.db, order.callerId, order.sealedReply) : undefined
    const due = dueOfClock(ctx, matter, 'handle')
    const events = await listEvents(ctx.db, matter.id)
    return {
      number,
      state: matter.state,
      kind: order.kind,
      unitId: order.dispatchedAt === null ? null : matter.leadUnitId,
      dueAt: due === undefined ? null : instantText(due.dueAt),
      dueProvisional: due?.provisional ?? false,
      reply: reply ?? null,
      application: order.application === null ? null : { implementCode: order.application.implementCode, answers: { ...order.application.answers } },
      rejectionClass: order.rejectionClass,
      told: await toldNotes(ctx, order),
      originalNumber: order.originalNumber,
      mayRate: matter.state === 'awaitingCallback' && order.satisfaction !== 'dissatisfied',
      steps: events.filter((event, place) => event.to !== events[place - 1]?.to).map(({ at, to }) => ({ at: instantText(at), state: to })),
    }
  },
})

async function toldNotes(ctx: Ctx, { matter, callerId }: Order): Promise<{ at: string; text: string }[]> {
  const notes = (await listNotes(ctx.db, matter.id)).filter(({ published }) => published)
  const texts = await ctx.services.vault.openMany<string>(ctx.db, notes.map(({ sealedText }) => ({ subjectId: callerId, box: sealedText })))
  return notes.flatMap(({ notedAt }, place) => (texts[place] === undefined ? [] : [{ at: instantText(notedAt), text: withoutNumbers(texts[place]) }]))
}
