import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { recordedDraw } from '#kernel/draw/recorded-draw.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { sampleLifecycle } from '../lifecycle.ts'
import { openOwnMatter } from '../open-own-matter.ts'
import { periodBefore } from '../rules/bulletin-period.ts'
import { supervisionSettings } from '../settings.ts'
import { insertSample, isSampled, listReplied, type NewSampledReply, replied, type RepliedKind, type RepliedMatter } from '../store/samples.ts'

/** The task of a sample until every reply in it was looked at. */
export const checkTask = 'check-sampled-replies'

/** Run every Monday: replies of the hotline and the grid, decisions of cases and answers to applications for information of the week before are drawn for a second look. Repeating it draws nothing anew. */
export const drawSample = defineOperation({
  name: 'supervision.draw-sample',
  summary: 'Draws replies, decisions and answers of the week before for a second look',
  kind: 'command',
  access: { permission: 'supervision:run' },
  input: z.object({}),
  output: z.object({ drawn: z.number().int() }),
  refusals: [],
  async run(ctx) {
    const period = periodBefore(dayOf(ctx.now), 'week')
    if (await isSampled(ctx.db, period.from)) return { drawn: 0 }
    const found = await Promise.all(kinds.map(async (kind) => ({ kind, matters: await listReplied(ctx.db, kind, period) })))
    if (found.every(({ matters }) => matters.length === 0)) return { drawn: 0 }
    const office = await getOffice(ctx.db)
    const matter = await openOwnMatter(ctx, { kind: 'replySample', leadUnitId: office.id, channel: 'draw' }, { command: 'open', to: 'opened', detail: { ...period } })
    const replies: NewSampledReply[] = []
    for (const each of found) replies.push(...(await drawnOf(ctx, matter.id, each)))
    await recordStep(ctx, sampleLifecycle, matter, {
      command: 'draw',
      to: 'drawn',
      detail: { drawn: replies.length, draws: [...new Set(replies.map(({ drawId }) => drawId))] },
      assign: [{ task: checkTask, unitId: office.id, role: 'inspector' }],
    })
    await insertSample(ctx.db, { id: matter.id, ...period }, replies)
    return { drawn: replies.length }
  },
})

const kinds = Object.keys(replied) as RepliedKind[]

async function drawnOf(ctx: Ctx, sampleId: string, { kind, matters }: { readonly kind: RepliedKind; readonly matters: readonly RepliedMatter[] }): Promise<readonly NewSampledReply[]> {
  const count = Math.min(settingsAt(ctx, supervisionSettings).sampledReplies, matters.length)
  if (count === 0) return []
  const { drawId, selected } = await recordedDraw(ctx, { matterId: sampleId, purpose: `supervision.sample.${kind}`, candidates: matters.map(({ id }) => id), count })
  const chosen = new Set(selected)
  return matters.filter(({ id }) => chosen.has(id)).map((matter) => ({ ...matter, drawId, replyId: newId(ctx.now.getTime()) }))
}
