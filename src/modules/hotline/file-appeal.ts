import type { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { callerFor, callerOfPerson } from './caller-of.ts'
import { checkCategory } from './categories.ts'
import type { FiledAppeal } from './schema.ts'
import { takeOrder } from './take-order.ts'

type Filed = z.output<typeof FiledAppeal> & { readonly category?: string }

/** Takes an appeal through the network; whoever leaves no number follows it with number and code. */
export async function fileAppeal(ctx: Ctx, { name, phone, category, ...appeal }: Filed): Promise<{ readonly number: string; readonly queryCode: string }> {
  const of = category === undefined ? undefined : must(checkCategory(category))
  const personId = ctx.caller.kind === 'person' ? ctx.caller.id : null
  const callerId = personId === null ? await callerFor(ctx, { name: name ?? null, phone: phone ?? null, callingNumber: null }) : await callerOfPerson(ctx, personId)
  const { number, queryCode } = await takeOrder(ctx, { ...appeal, category: of, emergency: false, callerId, personId })
  return { number, queryCode }
}
