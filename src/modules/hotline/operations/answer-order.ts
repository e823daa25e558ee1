import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { catalogueErrors, getItemInForce } from '#modules/catalogue/index.ts'
import { beginCallback } from '../begin-callback.ts'
import { checkCategory } from '../categories.ts'
import { hotlineErrors } from '../errors.ts'
import { defineOrderCommand, type Effect } from '../order-command.ts'
import { isOnTheLine } from '../rules/callback.ts'
import { done } from '../rules/clocks.ts'
import { GuidedApplication, Key, OrderNumber } from '../schema.ts'
import { findArticle } from '../store/articles.ts'
import type { Order } from '../store/orders.ts'
import { taskNames } from '../tasks.ts'
import { tellCaller } from '../tell-caller.ts'

/**
 * Who takes a question answers it where that is possible, from an article that is in force; the answer may lead into a guided application. Who is
 * on the telephone says then whether that helps; who wrote is asked by a callback, as after any reply (H-07).
 */
export const answerOrder = defineOrderCommand({
  name: 'hotline.answer-order',
  command: 'answer',
  summary: 'Answers an order at once, from an article of the knowledge base or without: on the telephone it is closed with that, else the caller is called back',
  input: z.object({ number: OrderNumber, category: Key, answer: z.string().trim().min(1).max(3000), articleId: Key.optional(), application: GuidedApplication.optional() }),
  refusals: [hotlineErrors.categoryUnknown, hotlineErrors.articleUnknown, hotlineErrors.articleExpired, catalogueErrors.itemUnknown],
  example: { category: 'government-services', answer: '可以在线申请，五个工作日内办结。' },
  async effect(ctx, { order }, { category, answer, articleId, application }) {
    must(checkCategory(category))
    const article = articleId === undefined ? undefined : await findArticle(ctx.db, articleId)
    if (articleId !== undefined && article === undefined) throw new Refusal(hotlineErrors.articleUnknown)
    if (article !== undefined && article.expiresOn < dayOf(ctx.now)) throw new Refusal(hotlineErrors.articleExpired, { expiresOn: article.expiresOn })
    if (application !== undefined) await getItemInForce(ctx.db, application.implementCode, dayOf(ctx.now))
    const ended = isOnTheLine({ channel: order.matter.channel, fromAbove: order.upper !== null, dispatchedAt: order.dispatchedAt }) ? await toldAtOnce(ctx, order) : await beginCallback(ctx, order)
    return {
      ...ended,
      detail: { category, ...(article && { article: article.id, articleVersion: article.version }), ...(application && { implementCode: application.implementCode }) },
      timers: [...done(order.matter.timers, 'handle', ctx.now), ...(ended.timers ?? [])],
      endTasks: [taskNames.dispatch],
      change: {
        ...ended.change,
        category,
        sealed_reply: await ctx.services.vault.seal(ctx.db, order.callerId, answer),
        replied_at: ctx.now,
        ...(article && { article_id: article.id, article_version: article.version }),
        ...(application && { application: JSON.stringify(application) }),
      },
    }
  },
})

/** Closes the order of who hears the answer on the telephone. */
async function toldAtOnce(ctx: Ctx, order: Order): Promise<Effect> {
  const { id, number } = order.matter
  await tellCaller(ctx, { ...order, matterId: id }, 'order-answered', { number })
  return { to: 'answered', outcome: 'answered' }
}
