import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { withoutNumbers } from '#kernel/ids/hidden-numbers.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { dayMs, dayOf } from '#kernel/time/day.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { hiddenFrom } from '../access.ts'
import { recordReading } from '../caller-of.ts'
import { hotlineErrors } from '../errors.ts'
import { getOrderFor, readsCaller } from '../order-view.ts'
import { likenessOf } from '../rules/likeness.ts'
import { type AppealText, OrderNumber } from '../schema.ts'
import { findSimilarRows } from '../store/order-lists.ts'
import { placeIndexOf, wordIndexOf } from '../suggestion.ts'
import { hotlineSettings } from '../settings.ts'

const Similar = z.object({
  number: z.string(),
  state: z.string(),
  openedAt: z.string(),
  leadUnitId: z.string().nullable(),
  title: z.string().nullable(),
  content: z.string().nullable(),
  /** The evidence: by what they are alike. */
  sameCaller: z.boolean(),
  samePlace: z.boolean(),
  sharedWords: z.array(z.string()),
  score: z.number(),
})

/** Whether the same matter came before, and who called before: for the operator, with the evidence side by side (H-09). Supervisors see what was asked before, never that the same person asked. */
export const findSimilar = defineOperation({
  name: 'hotline.find-similar',
  summary: 'Finds orders of the last months that are like this one, with what they have in common',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/orders/{number}/similar' },
  access: { permission: 'hotline:read-seats' },
  input: z.object({ number: OrderNumber }),
  /** `since`: the day from which on it was looked. */
  output: z.object({ items: z.array(Similar), since: z.string() }),
  refusals: [hotlineErrors.orderUnknown],
  examples: [{ summary: 'What came before', input: { number: 'RX2026090700001' } }],
  async run(ctx, { number }) {
    const { order, reach } = await getOrderFor(ctx, number, false)
    const { vault } = ctx.services
    const { similarWithin, similarFrom } = settingsAt(ctx, hotlineSettings)
    const appeal = await vault.open<AppealText>(ctx.db, order.callerId, order.sealedAppeal)
    const words = wordIndexOf(vault, appeal === undefined ? '' : `${appeal.title}\n${appeal.content}`)
    const asked = { words: order.wordIndex, callerId: readsCaller(reach, order) ? order.callerId : null, placeIndex: placeIndexOf(ctx, appeal?.place ?? undefined) }
    const since = new Date(order.matter.openedAt.getTime() - similarWithin.value * dayMs)
    const rows = (await findSimilarRows(ctx.db, { ...asked, ...hiddenFrom(ctx.caller), since })).filter((row) => row.number !== number)
    const alike = rows
      .map((row) => ({ row, likeness: likenessOf(asked, { words: row.wordIndex, callerId: row.callerId, placeIndex: row.placeIndex }) }))
      .filter(({ likeness }) => likeness.score >= similarFrom)
      .toSorted((a, b) => b.likeness.score - a.likeness.score)
      .slice(0, 5)
    for (const { row } of alike) if (row.secret) await recordReading(ctx, { callerId: row.callerId, matterId: row.id }, 'secretOrder')
    const opened = await vault.openMany<AppealText>(ctx.db, alike.map(({ row }) => ({ subjectId: row.callerId, box: row.sealedAppeal })))
    return {
      since: dayOf(since),
      items: alike.map(({ row, likeness: { shared, ...likeness } }, place) => ({
        number: row.number,
        state: row.state,
        openedAt: instantText(row.openedAt),
        leadUnitId: row.leadUnitId,
        title: opened[place] === undefined ? null : withoutNumbers(opened[place].title),
        content: opened[place] === undefined ? null : withoutNumbers(opened[place].content),
        ...likeness,
        sharedWords: shared.flatMap((index) => words.get(index) ?? []),
      })),
    }
  },
})
